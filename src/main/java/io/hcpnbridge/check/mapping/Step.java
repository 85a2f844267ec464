package io.hcpnbridge.check.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.hcpnbridge.mapping.Generation;
import io.hcpnbridge.mapping.InterfaceMapping;
import io.hcpnbridge.partner.PartnerRequest;
import io.hcpnbridge.request.MappedRequest;

/** One call of a document: what is asked, and what is made of the answer. */
final class Step {
    private final InterfaceMapping mapping;
    private final Generation generation;

    Step(InterfaceMapping mapping, Generation generation) {
        this.mapping = mapping;
        this.generation = generation;
    }

    /** The file of the request mapping, or of the response mapping. */
    String file(String name) {
        return mapping.hasGenerations() ? name + "." + generation.text() + ".jslt" : name + ".jslt";
    }

    JsonNode request(ObjectNode input) {
        return mapping.request(generation, input);
    }

    JsonNode response(ObjectNode input) {
        return mapping.response(generation, input);
    }

    /** @throws IllegalArgumentException if it is no request */
    PartnerRequest call(JsonNode mapped) {
        return MappedRequest.of(mapping, mapped);
    }
}
