package io.hcpnbridge.route;

import io.hcpnbridge.mapping.InterfaceMapping;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The routes that every interface has without a line in {@code routes/}: one takes its files in, one works on its records. */
public final class InterfaceRoutes {
    /** The parameter of both templates that names the interface. */
    static final String INTERFACE = "interface";

    private InterfaceRoutes() {}

    /** Of all these interfaces, in their order. */
    public static List<TemplatedRoute> of(Collection<InterfaceMapping> interfaces) {
        return interfaces.stream().flatMap(InterfaceRoutes::of).toList();
    }

    private static Stream<TemplatedRoute> of(InterfaceMapping mapping) {
        var name = mapping.name();
        return Stream.of(
                new TemplatedRoute(
                        mapping.route(),
                        "work-on-interface",
                        Map.of(
                                INTERFACE,
                                name,
                                "title",
                                mapping.settings().title().en())),
                new TemplatedRoute("take-in-" + name.replace('.', '-'), "take-in-files", Map.of(INTERFACE, name)));
    }
}
