package io.hcpnbridge.tryout;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.hcpnbridge.mapping.InterfaceMapping;
import io.hcpnbridge.mapping.problem.MappingException;
import io.hcpnbridge.partner.PartnerRequest;
import io.hcpnbridge.request.MappedRequest;
import java.util.List;
import java.util.function.Function;

/** A request as it may be shown: without what tells of a person. */
final class HiddenRequest {
    private HiddenRequest() {}

    /**
     * @param mapped what the request mapping gave for the records
     * @param asking asks it for others
     */
    static PartnerRequest of(
            InterfaceMapping mapping,
            JsonNode mapped,
            List<ObjectNode> records,
            Function<List<ObjectNode>, JsonNode> asking) {
        var personal = mapping.personal().names();
        if (personal.isEmpty()) {
            return MappedRequest.of(mapping, mapped);
        }
        var others = records.stream()
                .map(record -> Masked.ofAnother(record, personal))
                .toList();
        var other = asked(asking, others);
        var shown = mapped.<ObjectNode>deepCopy();
        for (var part : List.of("path", "query", "body", "customer", "project")) {
            if (mapped.hasNonNull(part)) {
                shown.set(part, Masked.common(mapped.get(part), other == null ? null : other.get(part)));
            }
        }
        return MappedRequest.of(mapping, shown);
    }

    /** Null if others cannot be asked for. */
    private static JsonNode asked(Function<List<ObjectNode>, JsonNode> asking, List<ObjectNode> others) {
        try {
            return asking.apply(others);
        } catch (MappingException e) {
            return null;
        }
    }
}
