package io.hcpnbridge.mapping.message;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.hcpnbridge.json.ExactJson;
import java.io.IOException;

/** Members as messages have them: what is null or blank is left out. */
final class MessageMembers {
    private MessageMembers() {}

    static ObjectNode none() {
        return ExactJson.mapper().createObjectNode();
    }

    static void write(JsonGenerator json, ObjectNode fields, String... names) throws IOException {
        for (String name : names) {
            JsonNode value = fields.path(name);
            boolean blank = value.isTextual() && value.textValue().isBlank();
            if (!value.isMissingNode() && !value.isNull() && !blank) {
                json.writeFieldName(name);
                json.writeTree(value);
            }
        }
    }
}
