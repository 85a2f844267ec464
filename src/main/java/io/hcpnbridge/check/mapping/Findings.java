package io.hcpnbridge.check.mapping;

import io.hcpnbridge.mapping.InterfaceMapping;
import io.hcpnbridge.mapping.MappingException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;

/** What was found in the files of one interface, each thing once. */
final class Findings {
    private final InterfaceMapping mapping;
    private final Map<String, MappingException> found = new LinkedHashMap<>();

    Findings(InterfaceMapping mapping) {
        this.mapping = mapping;
    }

    /** @param file by its plain name, or {@code shared/…} */
    void add(String file, int line, String reason) {
        String path = file.startsWith("shared/") ? file : mapping.name() + "/" + file;
        add(new MappingException(path, line, reason));
    }

    void add(MappingException mistake) {
        found.putIfAbsent(mistake.getMessage(), mistake);
    }

    Collection<MappingException> all() {
        return found.values();
    }
}
