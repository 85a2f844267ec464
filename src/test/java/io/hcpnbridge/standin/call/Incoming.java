package io.hcpnbridge.standin.call;

import io.hcpnbridge.standin.state.KeyHolder;
import io.hcpnbridge.standin.wire.WireRequest;
import java.util.List;
import java.util.Map;

/**
 * A call that the gateway looks at.
 *
 * @param decoded null if the target cannot be decoded
 * @param caller null until the signature is verified
 */
public record Incoming(Api api, WireRequest request, Decoded decoded, String requestId, KeyHolder caller) {

    public static Incoming of(WireRequest request, String requestId) {
        try {
            Decoded decoded = Decoded.of(request);
            Api api = Api.of(request.method(), decoded.segments());
            return new Incoming(api, request, decoded, requestId, null);
        } catch (ApiError e) {
            return new Incoming(Api.UNKNOWN, request, null, requestId, null);
        }
    }

    /** The same call, now that it is known whose it is. */
    public Incoming from(KeyHolder holder) {
        return new Incoming(api, request, decoded, requestId, holder);
    }

    /** Variable segments of the path, decoded. */
    public List<String> variables() {
        return api.variables(decoded.segments());
    }

    public Map<String, List<String>> query() {
        return decoded.query();
    }

    /** Access key the request claims; null if it claims none. */
    public String claimedKey() {
        String authorization = request.header("Authorization").orElse("");
        int start = authorization.indexOf("Access=");
        int end = authorization.indexOf(',', Math.max(start, 0));
        return start < 0 || end < 0 ? null : authorization.substring(start + "Access=".length(), end);
    }
}
