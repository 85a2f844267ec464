package io.hcpnbridge.mapping.definition;

import io.hcpnbridge.mapping.problem.Mistakes;
import io.hcpnbridge.text.Nearest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Reads {@code apis}: a list of names out of {@code shared/apis.yaml}; or, where an interface calls what no other one does, a map of
 * names, each with what it is, or with {@code shared}.
 */
final class ApisYaml {
    private static final String KEY = "apis";
    private static final String FILE = "shared/apis.yaml";
    private static final String SHARED = "shared";

    private final YamlSection root;
    private final YamlSection shared;

    private ApisYaml(YamlSection root, DefinitionFiles files) {
        this.root = root;
        this.shared = YamlSection.of(files.path(FILE), files.required(FILE), null);
    }

    static List<PartnerApi> read(YamlSection root, DefinitionFiles files) {
        return root.has(KEY) ? new ApisYaml(root, files).apis() : List.of();
    }

    private List<PartnerApi> apis() {
        List<PartnerApi> read = new ArrayList<>();
        Mistakes mistakes = new Mistakes();
        if (root.hasSection(KEY)) {
            YamlSection own = root.section(KEY, null);
            own.keys().forEach(name -> mistakes.attempt(() -> read.add(own(own, name))));
        } else {
            root.texts(KEY).stream()
                    .distinct()
                    .forEach(name -> mistakes.attempt(() -> read.add(shared(root, KEY, name))));
        }
        mistakes.end();
        return read;
    }

    private PartnerApi own(YamlSection own, String name) {
        if (!own.hasSection(name)) {
            own.oneOf(name, List.of(SHARED));
            return shared(own, name, name);
        }
        if (shared.has(name)) {
            throw own.error(name, "stands in " + FILE + " already: write " + name + ": " + SHARED);
        }
        return api(own, name);
    }

    private PartnerApi shared(YamlSection naming, String key, String name) {
        if (!shared.has(name)) {
            throw naming.error(
                    key,
                    "there is no " + name + " in " + FILE + Nearest.advice(name, shared.keys())
                            + "; if no other interface calls it, write apis: {" + name + ": {quota: …, en: …, zh: …}}");
        }
        return api(shared, name);
    }

    private static PartnerApi api(YamlSection apis, String name) {
        YamlSection api = apis.section(name, Set.of("quota", "en", "zh"));
        Optional<Integer> quota = api.has("quota") ? Optional.of(api.number("quota", 0, 1, 1000)) : Optional.empty();
        return new PartnerApi(name, quota, api.words());
    }
}
