package io.hcpnbridge.standin.gateway;

import io.hcpnbridge.standin.call.ApiError;
import io.hcpnbridge.standin.wire.WireRequest;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The Authorization header, taken apart. */
record Authorization(String accessKey, List<String> signedHeaders, String text) {
    private static final Pattern FORM =
            Pattern.compile("SDK-HMAC-SHA256 Access=([^,\\s]+), SignedHeaders=([a-z0-9;-]+), Signature=([0-9a-f]{64})");

    /** @throws ApiError 401 if there is none or it is malformed */
    static Authorization of(WireRequest request) {
        String text = request.header("Authorization")
                .orElseThrow(() -> ApiError.gateway(
                        401, "APIGW.0301", "Incorrect IAM authentication information: x-auth-token not found"));
        Matcher parts = FORM.matcher(text);
        if (!parts.matches()) {
            throw ApiError.gateway(
                    401, "APIGW.0301", "Incorrect IAM authentication information: malformed Authorization header");
        }
        return new Authorization(parts.group(1), Arrays.asList(parts.group(2).split(";")), text);
    }
}
