package io.hcpnbridge.tryout;

import io.hcpnbridge.mapping.InterfaceMapping;
import io.hcpnbridge.mapping.MappingCatalog;
import io.hcpnbridge.mapping.MappingSource;
import io.hcpnbridge.mapping.SampleFiles;
import io.hcpnbridge.text.Nearest;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** The interfaces there are; those that are asked for are compiled, and no other. */
final class Interfaces {
    private final MappingSource source;
    private final Map<String, InterfaceMapping> compiled = new HashMap<>();

    Interfaces(String locations) {
        this.source = new MappingSource(locations);
    }

    boolean has(String name) {
        return source.interfaces().contains(name);
    }

    Set<String> names() {
        return new TreeSet<>(source.interfaces());
    }

    /** Its samples, with what the partner answered to them. */
    SampleFiles samples(String name) {
        return source.samples().getOrDefault(name, SampleFiles.NONE);
    }

    /** The one whose name is most like it. */
    Optional<String> near(String name) {
        return Nearest.to(name, source.interfaces(), 3);
    }

    /** @throws io.hcpnbridge.mapping.problem.MappingException if it does not compile */
    InterfaceMapping get(String name) {
        return compiled.computeIfAbsent(name, any -> MappingCatalog.only(source, name));
    }
}
