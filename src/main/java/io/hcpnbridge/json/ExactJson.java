package io.hcpnbridge.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;

/**
 * The one way to read and write JSON. A number with a decimal point becomes a BigDecimal with all its zeros and is
 * written plain (never 1E+3); a number that would take more than 1000 digits that way, a name that occurs twice in an
 * object and anything behind the value are refused.
 */
public final class ExactJson {
    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .nodeFactory(new BoundedNumbers())
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
            .enable(JsonWriteFeature.COMBINE_UNICODE_SURROGATES_IN_UTF8)
            .build();

    private ExactJson() {}

    /** The configured mapper; shared, so never reconfigure it. */
    public static ObjectMapper mapper() {
        return MAPPER;
    }

    /** @throws MalformedJsonException if the text is not exactly one JSON value */
    public static JsonNode read(String json) {
        try {
            return present(MAPPER.readTree(json));
        } catch (JsonProcessingException malformed) {
            throw malformed(malformed);
        }
    }

    /** @throws MalformedJsonException if the bytes (UTF-8) are not exactly one JSON value */
    public static JsonNode read(byte[] json) {
        try {
            return present(MAPPER.readTree(json));
        } catch (IOException malformed) {
            throw malformed(malformed);
        }
    }

    /** The value in UTF-8. */
    public static byte[] bytes(JsonNode node) {
        try {
            return MAPPER.writeValueAsBytes(node);
        } catch (JsonProcessingException unwritable) {
            throw malformed(unwritable);
        }
    }

    /** The value as text, in one line. */
    public static String text(JsonNode node) {
        try {
            return MAPPER.writeValueAsString(node);
        } catch (JsonProcessingException unwritable) {
            throw malformed(unwritable);
        }
    }

    private static JsonNode present(JsonNode node) {
        if (node == null || node.isMissingNode()) {
            throw new MalformedJsonException("is empty", null);
        }
        return node;
    }

    private static MalformedJsonException malformed(IOException cause) {
        if (cause instanceof JsonProcessingException json) {
            String where = json.getLocation() == null
                    ? ""
                    : " (line " + json.getLocation().getLineNr() + ", column "
                            + json.getLocation().getColumnNr() + ")";
            return new MalformedJsonException(json.getOriginalMessage() + where, cause);
        }
        return new MalformedJsonException(cause.getMessage(), cause);
    }
}
