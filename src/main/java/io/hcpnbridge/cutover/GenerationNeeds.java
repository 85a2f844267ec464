package io.hcpnbridge.cutover;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/**
 * Why a record can only be served by one generation.
 *
 * @param old reasons that only the old (v1.0) endpoint can do it
 * @param current reasons that only the new (v2) endpoint can do it
 */
public record GenerationNeeds(List<String> old, List<String> current) {
    static GenerationNeeds from(JsonNode mapped) {
        return new GenerationNeeds(texts(mapped.path("old")), texts(mapped.path("new")));
    }

    /** {@code old}, {@code new}, {@code either} or, if nothing can serve the record, {@code both}. */
    public String verdict() {
        if (old.isEmpty()) {
            return current.isEmpty() ? "either" : "new";
        }
        return current.isEmpty() ? "old" : "both";
    }

    /** All reasons in one sentence. */
    public String reasons() {
        var all = new ArrayList<>(old);
        all.addAll(current);
        return String.join("; ", all);
    }

    private static List<String> texts(JsonNode array) {
        var texts = new ArrayList<String>();
        array.forEach(reason -> texts.add(reason.asText()));
        return List.copyOf(texts);
    }
}
