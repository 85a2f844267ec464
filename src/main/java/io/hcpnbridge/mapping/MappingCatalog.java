package io.hcpnbridge.mapping;

import io.hcpnbridge.mapping.definition.PartnerApi;
import io.hcpnbridge.mapping.problem.MappingException;
import io.hcpnbridge.mapping.problem.Mistakes;
import io.hcpnbridge.text.Printable;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** All interfaces of {@code mappings/}, compiled once when this is made. */
public final class MappingCatalog {
    private final SortedMap<String, InterfaceMapping> current = new TreeMap<>();
    private final SortedMap<String, PartnerApi> apis = new TreeMap<>();

    /** @throws MappingException if interfaces do not compile: the first mistake, with all the others as suppressed ones */
    public MappingCatalog(MappingSource source) {
        Mistakes mistakes = new Mistakes();
        Set<String> said = new HashSet<>();
        source.read().forEach((name, files) -> {
            try {
                current.put(name, InterfaceCompiler.compile(files));
            } catch (MappingException e) {
                // What is wrong in a shared mapping is wrong in all that import it.
                e.all().stream()
                        .filter(mistake -> said.add(mistake.getMessage()))
                        .forEach(mistake -> mistakes.note(source.located(mistake)));
            }
        });
        current.values().forEach(mapping -> mapping.settings()
                .apis()
                .forEach(api -> mistakes.attempt(() -> note(mapping.name(), api, source))));
        mistakes.end();
    }

    /** Those interfaces that compile, whatever is wrong with the others. */
    public static List<InterfaceMapping> compilable(MappingSource source) {
        Mistakes others = new Mistakes();
        return source.read().values().stream()
                .map(files -> others.tried(() -> InterfaceCompiler.compile(files)))
                .filter(Objects::nonNull)
                .toList();
    }

    /** @throws MappingException if another interface has another quota for it */
    private void note(String iface, PartnerApi api, MappingSource source) {
        PartnerApi other = apis.putIfAbsent(api.name(), api);
        if (other != null && !other.quota().equals(api.quota())) {
            throw source.located(new MappingException(
                    iface + "/interface.yaml",
                    0,
                    "apis." + api.name() + " has another quota than in another interface: it is one, for all of them"));
        }
    }

    /** The partner's APIs that the interfaces call, by their names. */
    public SortedMap<String, PartnerApi> apis() {
        return Collections.unmodifiableSortedMap(apis);
    }

    /**
     * One interface alone, whatever is wrong with the others.
     *
     * @throws IllegalArgumentException if there is no such interface
     * @throws MappingException if it does not compile: the first mistake, with all the others as suppressed ones
     */
    public static InterfaceMapping only(MappingSource source, String iface) {
        MappingFiles files = source.read().get(iface);
        if (files == null) {
            throw new IllegalArgumentException("There is no interface " + Printable.of(iface));
        }
        Mistakes mistakes = new Mistakes();
        try {
            return InterfaceCompiler.compile(files);
        } catch (MappingException e) {
            e.all().forEach(mistake -> mistakes.note(source.located(mistake)));
            mistakes.end();
            throw e;
        }
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
