package io.hcpnbridge.mapping.format;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The elements and attributes that a format file may have: those of the format library that load and hide nothing. */
final class FormatWords {
    private static final Map<String, Set<String>> COMMON = Map.of(
            "beanio", Set.of(),
            "typeHandler", Set.of("name", "class"),
            "property", Set.of("name", "value"),
            "template", Set.of("name"),
            "include", Set.of("template"),
            "stream", Set.of("name", "format"),
            "record", Set.of("name", "class", "order", "minOccurs", "maxOccurs"),
            "field",
                    Set.of(
                            "name",
                            "type",
                            "typeHandler",
                            "literal",
                            "required",
                            "regex",
                            "minLength",
                            "maxLength",
                            "trim",
                            "ignore"));

    private static final Map<FileKind, Map<String, Set<String>>> OWN = Map.of(
            FileKind.FIXED_LENGTH,
            Map.of(
                    "include", Set.of("offset"),
                    "record", Set.of("minLength", "maxLength"),
                    "field", Set.of("position", "length", "justify", "padding", "rid")),
            FileKind.CSV,
            Map.of("field", Set.of("rid")),
            FileKind.XML,
            Map.of("stream", Set.of("xmlName"), "record", Set.of("xmlName")));

    private FormatWords() {}

    /**
     * The attributes of an element; empty if there is no such element.
     *
     * @param kind null if it is not known yet: what stands there may be of any kind
     */
    static Optional<Set<String>> attributes(String element, FileKind kind) {
        Stream<Map<String, Set<String>>> own = OWN.entrySet().stream()
                .filter(of -> kind == null || of.getKey() == kind)
                .map(Map.Entry::getValue);
        return Optional.ofNullable(COMMON.get(element)).map(common -> Stream.concat(
                        common.stream(), own.flatMap(of -> of.getOrDefault(element, Set.of()).stream()))
                .collect(Collectors.toSet()));
    }
}
