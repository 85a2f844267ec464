package io.hcpnbridge.mapping;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** All interfaces of {@code mappings/}, compiled once when this is made. */
public final class MappingCatalog {
    private final SortedMap<String, InterfaceMapping> current = new TreeMap<>();

    /** @throws MappingException if interfaces do not compile: the first, with those of the others as suppressed ones */
    public MappingCatalog(MappingSource source) {
        Map<String, MappingException> mistakes = new LinkedHashMap<>();
        source.read().forEach((name, files) -> {
            try {
                current.put(name, InterfaceCompiler.compile(files));
            } catch (MappingException e) {
                mistakes.putIfAbsent(e.getMessage(), source.located(e));
            }
        });
        mistakes.values().stream()
                .reduce((first, further) -> {
                    first.addSuppressed(further);
                    return first;
                })
                .ifPresent(first -> {
                    throw first;
                });
    }

    public Set<String> interfaces() {
        return Collections.unmodifiableSet(current.keySet());
    }

    /** @throws IllegalArgumentException if there is no such interface */
    public InterfaceMapping current(String iface) {
        InterfaceMapping mapping = current.get(iface);
        if (mapping == null) {
            throw new IllegalArgumentException("There is no interface " + Printable.of(iface));
        }
        return mapping;
    }

    /** Another version of an interface, e.g. the one a batch began with. */
    public InterfaceMapping compile(MappingFiles files) {
        return InterfaceCompiler.compile(files);
    }
}
