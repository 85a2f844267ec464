package io.hcpnbridge.mapping;

import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** The names of the partner's APIs, as request mappings give them: every text in them that has the form of one. */
public final class ApiNames {
    private static final Pattern NAME = Pattern.compile("\"([a-z0-9]+(?:-[a-z0-9]+)+)\"");
    private static final Pattern FILE = Pattern.compile("(request|shared/).*\\.jslt");

    private ApiNames() {}

    public static Set<String> in(MappingCatalog mappings) {
        Set<String> names = new TreeSet<>();
        for (String iface : mappings.interfaces()) {
            mappings.current(iface).files().files().forEach((file, content) -> {
                if (FILE.matcher(file).matches()) {
                    NAME.matcher(new String(content, StandardCharsets.UTF_8))
                            .results()
                            .forEach(found -> names.add(found.group(1)));
                }
            });
        }
        return names;
    }
}
