package io.hcpnbridge.check.mapping;

import io.hcpnbridge.mapping.InterfaceMapping;
import io.hcpnbridge.mapping.problem.MappingException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;

/** What was found in the files of one interface, each thing once. */
final class Findings {
    private static final String SAMPLE = " \\(document %s of samples/recorded.json\\)";

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
        String key = mistake.getMessage().replaceAll("\"[^\"]*\"", "");
        found.putIfAbsent(key.replaceAll(SAMPLE.formatted(".*"), ""), mistake);
    }

    /** What is put behind a mistake that a document of the samples shows; the first of them is enough. */
    static String sample(String document) {
        return SAMPLE.formatted(document).replace("\\", "");
    }

    Collection<MappingException> all() {
        return found.values();
    }
}
