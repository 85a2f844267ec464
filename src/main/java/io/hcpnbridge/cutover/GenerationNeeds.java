package io.hcpnbridge.cutover;

import com.fasterxml.jackson.databind.JsonNode;
import io.hcpnbridge.mapping.InterfaceMapping;
import io.hcpnbridge.mapping.MappedText;
import io.hcpnbridge.text.Words;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * Why a record can only be served by one generation, or by none.
 *
 * @param old reasons that only the old (v1.0) endpoint can do it
 * @param current reasons that only the new (v2) endpoint can do it
 * @param impossible reasons that neither can do it
 */
public record GenerationNeeds(List<Words> old, List<Words> current, List<Words> impossible) {
    /** What only one generation can do for this record, by the interface's {@code generation.jslt}. */
    public static GenerationNeeds of(InterfaceMapping mapping, JsonNode input) {
        return from(mapping.generationNeeds(input));
    }

    static GenerationNeeds from(JsonNode mapped) {
        return new GenerationNeeds(
                texts(mapped.path("old")), texts(mapped.path("new")), texts(mapped.path("impossible")));
    }

    /** {@code old}, {@code new}, {@code either}; or {@code both} or {@code impossible}, if nothing can serve the record. */
    public String verdict() {
        if (!impossible.isEmpty()) {
            return "impossible";
        }
        if (old.isEmpty()) {
            return current.isEmpty() ? "either" : "new";
        }
        return current.isEmpty() ? "old" : "both";
    }

    /** All reasons that count, in one sentence. */
    public Words reasons() {
        var reasons = impossible.isEmpty()
                ? Stream.concat(old.stream(), current.stream()).toList()
                : impossible;
        return Words.joined(reasons);
    }

    /** A reason, or a list of them; an {@code if} of JSLT without an else gives null, which is none. */
    private static List<Words> texts(JsonNode said) {
        if (said.isArray()) {
            return StreamSupport.stream(said.spliterator(), false)
                    .flatMap(one -> texts(one).stream())
                    .toList();
        }
        try {
            return Stream.ofNullable(MappedText.of(said)).toList();
        } catch (IllegalArgumentException e) {
            throw new IllegalStateException("generation.jslt gives " + said + ", which is no reason: en and zh", e);
        }
    }
}
