package io.hcpnbridge.check.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.hcpnbridge.json.ExactJson;
import java.util.Set;
import java.util.function.Consumer;

/** An object that tells when a mapping looks for a member that it can never have. */
final class Watched extends ObjectNode {
    private static final long serialVersionUID = 1L;

    private final transient Set<String> known;
    private final transient Consumer<String> unknown;

    Watched(JsonNode content, Set<String> known, Consumer<String> unknown) {
        super(ExactJson.mapper().getNodeFactory());
        content.properties().forEach(member -> set(member.getKey(), member.getValue()));
        this.known = known;
        this.unknown = unknown;
    }

    @Override
    public JsonNode get(String name) {
        if (known != null && !known.contains(name)) {
            unknown.accept(name);
        }
        return super.get(name);
    }

    @Override
    public boolean equals(Object other) {
        return super.equals(other);
    }

    @Override
    public int hashCode() {
        return super.hashCode();
    }
}
