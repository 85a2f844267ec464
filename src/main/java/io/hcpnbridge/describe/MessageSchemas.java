package io.hcpnbridge.describe;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.hcpnbridge.mapping.InterfaceMapping;
import java.util.LinkedHashMap;
import java.util.Map;

/** The JSON schemas of an interface's messages by their names: {@code request}, {@code reply}, and what these are made of. */
final class MessageSchemas {
    private MessageSchemas() {}

    /** @param place where they will stand, as references begin with, e.g. {@code #/$defs/} */
    static Map<String, ObjectNode> of(InterfaceMapping mapping, String place) {
        var references = new SchemaReferences(place);
        Map<String, ObjectNode> schemas = new LinkedHashMap<>();
        new RequestSchemas(mapping, references).addTo(schemas);
        new ReplySchemas(mapping, references).addTo(schemas);
        return schemas;
    }
}
