package io.hcpnbridge.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.hcpnbridge.json.ExactJson;
import io.hcpnbridge.text.Words;

/**
 * A text for the ERP as mappings have it: {@code {"en", "zh"}} if it is the adapter's or the mapping's own; a plain one is somebody
 * else's, which is passed on as it came.
 */
public final class MappedText {
    private MappedText() {}

    /** Null if nothing is said. */
    public static Words of(JsonNode said) {
        if (said == null || said.isMissingNode() || said.isNull()) {
            return null;
        }
        if (said.isTextual()) {
            return Words.same(said.textValue());
        }
        if (said.size() == 2 && said.path("en").isTextual() && said.path("zh").isTextual()) {
            return new Words(said.get("en").textValue(), said.get("zh").textValue());
        }
        throw new IllegalArgumentException("is no text: a text, or en and zh");
    }

    /** As a mapping gets it. */
    public static JsonNode of(Words words) {
        JsonNodeFactory nodes = ExactJson.mapper().getNodeFactory();
        return words.isSame()
                ? nodes.textNode(words.en())
                : nodes.objectNode().put("en", words.en()).put("zh", words.zh());
    }
}
