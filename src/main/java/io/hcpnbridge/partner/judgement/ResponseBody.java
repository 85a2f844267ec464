package io.hcpnbridge.partner.judgement;

import com.fasterxml.jackson.databind.JsonNode;
import io.hcpnbridge.json.ExactJson;
import io.hcpnbridge.json.JsonText;
import io.hcpnbridge.json.MalformedJsonException;
import java.nio.charset.CharacterCodingException;

/**
 * The body of an answer: a JSON object whose characters are certain, or the reason why it is none.
 *
 * @param json null when there is none
 * @param fault null when {@code json} is there or the body is empty
 */
record ResponseBody(JsonNode json, String fault) {
    static ResponseBody read(byte[] bytes, String contentType) {
        if (bytes.length == 0) {
            return new ResponseBody(null, null);
        }
        try {
            JsonNode json = ExactJson.read(JsonText.of(bytes, contentType));
            return json.isObject() ? new ResponseBody(json, null) : none("is not a JSON object", contentType);
        } catch (CharacterCodingException e) {
            return none("is not UTF-8", contentType);
        } catch (MalformedJsonException e) {
            return none("is not whole JSON", contentType);
        }
    }

    private static ResponseBody none(String fault, String contentType) {
        String type = CleanText.word(contentType);
        return new ResponseBody(null, "The answer " + fault + (type == null ? "" : " (" + type + ")"));
    }
}
