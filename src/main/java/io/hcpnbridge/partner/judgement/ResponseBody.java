package io.hcpnbridge.partner.judgement;

import com.fasterxml.jackson.databind.JsonNode;
import io.hcpnbridge.json.ExactJson;
import io.hcpnbridge.json.JsonText;
import io.hcpnbridge.json.MalformedJsonException;
import io.hcpnbridge.partner.CleanText;
import io.hcpnbridge.text.Words;
import java.nio.charset.CharacterCodingException;

/**
 * The body of an answer: a JSON object whose characters are certain, or the reason why it is none.
 *
 * @param json null when there is none
 * @param fault null when {@code json} is there or the body is empty
 */
record ResponseBody(JsonNode json, Words fault) {
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
                : none(new Words("is not a JSON object", "不是 JSON 对象"), contentType);
    }

    static ResponseBody unreadable(Exception reason, String contentType) {
        Words fault = reason instanceof CharacterCodingException
                ? new Words("is not UTF-8", "不是 UTF-8")
                : new Words("is not whole JSON", "不是完整的 JSON");
        return none(fault, contentType);
    }

    static ResponseBody read(byte[] bytes, String contentType) {
        try {
            return of(bytes.length == 0 ? null : ExactJson.read(JsonText.of(bytes, contentType)), contentType);
        } catch (CharacterCodingException | MalformedJsonException e) {
            return unreadable(e, contentType);
        }
    }

    private static ResponseBody none(Words fault, String contentType) {
        String type = CleanText.word(contentType);
        Words ofType = type == null ? Words.NONE : Words.of(" (%s)", "（%s）", type);
        return new ResponseBody(null, Words.of("The answer %s%s", "应答%s%s", fault, ofType));
    }
}
