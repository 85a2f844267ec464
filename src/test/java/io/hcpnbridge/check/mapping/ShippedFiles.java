package io.hcpnbridge.check.mapping;

import io.hcpnbridge.mapping.InterfaceMapping;
import io.hcpnbridge.mapping.MappingCatalog;
import io.hcpnbridge.mapping.MappingFiles;
import io.hcpnbridge.mapping.MappingSource;
import io.hcpnbridge.mapping.SampleFiles;
import io.hcpnbridge.mapping.problem.MappingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/** The mappings as they ship, to be changed in memory and checked. */
final class ShippedFiles {
    private static final MappingSource SOURCE = new MappingSource("file:mappings/");
    private static final SortedMap<String, MappingFiles> FILES = SOURCE.read();
    private static final MappingCatalog CATALOG = new MappingCatalog(SOURCE);

    private static final SortedMap<String, SampleFiles> SAMPLES = SOURCE.samples();

    private ShippedFiles() {}

    static Set<String> interfaces() {
        return FILES.keySet();
    }

    static InterfaceMapping mapping(String iface) {
        return CATALOG.current(iface);
    }

    static SampleFiles samples(String iface) {
        return SAMPLES.get(iface);
    }

    /** What the check says of an interface one file of which is changed; the file may be shared. */
    static List<String> said(String iface, String file, UnaryOperator<String> change) {
        SortedMap<String, byte[]> files = new TreeMap<>(FILES.get(iface).files());
        String before = new String(files.get(file), StandardCharsets.UTF_8);
        String after = change.apply(before);
        if (after.equals(before)) {
            throw new AssertionError(iface + "/" + file + " is not changed");
        }
        files.put(file, after.getBytes(StandardCharsets.UTF_8));
        return said(new MappingFiles(iface, files));
    }

    private static List<String> said(MappingFiles files) {
        List<MappingException> mistakes = new ArrayList<>();
        try {
            mistakes.addAll(MappingsCheck.mistakes(CATALOG.compile(files), SAMPLES.get(files.iface())));
        } catch (MappingException broken) {
            mistakes.addAll(broken.all());
        }
        return mistakes.stream().map(Throwable::getMessage).toList();
    }
}
