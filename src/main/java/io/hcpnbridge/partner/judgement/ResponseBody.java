package io.hcpnbridge.partner.judgement;

import com.fasterxml.jackson.databind.JsonNode;
import io.hcpnbridge.json.ExactJson;
import io.hcpnbridge.json.JsonText;
import io.hcpnbridge.json.MalformedJsonException;
import io.hcpnbridge.partner.CleanText;
import java.nio.charset.CharacterCodingException;

/**
 * The body of an answer: a JSON object whose characters are certain, or the reason why it is none.
 *
 * @param json null when there is none
 * @param fault null when {@code json} is there or the body is empty
 */
record ResponseBody(JsonNode json, String fault) {
    /** @param parsed what the route's data format made of it, or the reason why it could not; null if it was empty */
    static ResponseBody of(Object parsed, String contentType) {
        if (parsed == null) {
            return new ResponseBody(null, null);
        }
        if (parsed instanceof ResponseBody known) {
            return known;
        }
        return parsed instanceof JsonNode json && json.isObject()
                ? new ResponseBody(json, null)
                : none("is not a JSON object", contentType);
    }

    static ResponseBody unreadable(Exception reason, String contentType) {
        return none(reason instanceof CharacterCodingException ? "is not UTF-8" : "is not whole JSON", contentType);
    }

    static ResponseBody read(byte[] bytes, String contentType) {
        try {
            return of(bytes.length == 0 ? null : ExactJson.read(JsonText.of(bytes, contentType)), contentType);
        } catch (CharacterCodingException | MalformedJsonException e) {
            return unreadable(e, contentType);
        }
    }

    private static ResponseBody none(String fault, String contentType) {
        String type = CleanText.word(contentType);
        return new ResponseBody(null, "The answer " + fault + (type == null ? "" : " (" + type + ")"));
    }
}
