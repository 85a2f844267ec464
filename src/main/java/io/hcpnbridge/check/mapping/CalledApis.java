package io.hcpnbridge.check.mapping;

import io.hcpnbridge.mapping.InterfaceMapping;
import io.hcpnbridge.mapping.definition.PartnerApi;
import io.hcpnbridge.text.Nearest;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** Each API that {@code interface.yaml} names is called: for a document it was tried with, or its name stands in a mapping. */
final class CalledApis {
    private static final String FILE = "interface.yaml";

    private CalledApis() {}

    /** @param given see {@link StepRules#given()} */
    static void check(InterfaceMapping mapping, Set<String> given, Findings findings) {
        List<String> apis =
                mapping.settings().apis().stream().map(PartnerApi::name).toList();
        Set<String> others = new TreeSet<>();
        given.stream()
                .filter(name -> name.startsWith(StepRules.API))
                .map(name -> name.substring(StepRules.API.length()))
                .filter(name -> !apis.contains(name))
                .forEach(others::add);
        for (String api : apis) {
            if (!given.contains(StepRules.API + api)
                    && JsltPlace.of(mapping, quoted(api)).isEmpty()) {
                int line = JsltPlace.in(mapping, FILE, named(api))
                        .map(JsltPlace::line)
                        .orElse(0);
                findings.add(
                        FILE,
                        line,
                        "no mapping calls the API " + api + ", which apis names; call it, or take it out"
                                + Nearest.advice(api, others));
            }
        }
    }

    private static Pattern quoted(String api) {
        return Pattern.compile('"' + Pattern.quote(api) + '"');
    }

    private static Pattern named(String api) {
        return Pattern.compile("[ \\[{]" + Pattern.quote(api) + "[],:} ]|^ *" + Pattern.quote(api));
    }
}
