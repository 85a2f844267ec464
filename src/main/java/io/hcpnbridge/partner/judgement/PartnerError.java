package io.hcpnbridge.partner.judgement;

import com.fasterxml.jackson.databind.JsonNode;
import io.hcpnbridge.partner.CleanText;
import java.util.Optional;
import java.util.Set;

/**
 * Code and text of an error, wherever the partner puts them: {@code error_code}/{@code error_msg}, else
 * {@code code}/{@code message}, else the same in nested objects (the order of the official client).
 *
 * @param text empty when there is none
 */
record PartnerError(String code, String text) {
    static final String SUCCESS = "CBC.0000";

    private static final Set<String> THROTTLING = Set.of("APIGW.0308", "APIG.0308", "CBC.0250");
    private static final Set<String> AUTHENTICATION = Set.of(
            "APIGW.0301",
            "APIGW.0303",
            "APIGW.0304",
            "APIGW.0305",
            "APIGW.0307",
            "APIG.0301",
            "APIG.0303",
            "APIG.0304",
            "APIG.0305",
            "APIG.0307",
            "CBC.0154");
    private static final int DEEPEST = 8;

    /** Looks everywhere in the body. */
    static Optional<PartnerError> anywhereIn(JsonNode body) {
        return search(body, DEEPEST);
    }

    /** Looks at {@code error_code} on top only: in a success, deeper ones belong to parts of the result. */
    static Optional<PartnerError> onTopOf(JsonNode body) {
        return pair(body, "error_code", "error_msg");
    }

    boolean isSuccess() {
        return code.equals(SUCCESS);
    }

    boolean isThrottling() {
        return THROTTLING.contains(code);
    }

    boolean isAuthentication() {
        return AUTHENTICATION.contains(code);
    }

    /** "Other error": the platform's own failure, whatever the status says. */
    boolean isPlatformFailure() {
        return code.equals("CBC.0999");
    }

    /** A code of the partner's business side, not of the gateway in front of it. */
    boolean isBusiness() {
        return !isGateways() && code.matches("[A-Za-z]+[.].+");
    }

    /** A code of the gateway, which stands in front of IAM, too. */
    boolean isGateways() {
        return code.startsWith("APIGW.") || code.startsWith("APIG.");
    }

    private static Optional<PartnerError> search(JsonNode body, int depth) {
        if (!body.isObject() || depth == 0) {
            return Optional.empty();
        }
        Optional<PartnerError> here = pair(body, "error_code", "error_msg").or(() -> pair(body, "code", "message"));
        if (here.isPresent()) {
            return here;
        }
        for (JsonNode member : body) {
            Optional<PartnerError> nested = search(member, depth - 1);
            if (nested.isPresent()) {
                return nested;
            }
        }
        return Optional.empty();
    }

    private static Optional<PartnerError> pair(JsonNode body, String codeMember, String textMember) {
        JsonNode code = body.path(codeMember);
        String word = code.isValueNode() && !code.isNull() ? CleanText.word(code.asText()) : null;
        if (word == null) {
            return Optional.empty();
        }
        JsonNode text = body.path(textMember);
        return Optional.of(new PartnerError(word, text.isValueNode() && !text.isNull() ? text.asText() : ""));
    }
}
