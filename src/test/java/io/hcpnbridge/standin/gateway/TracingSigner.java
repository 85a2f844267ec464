package io.hcpnbridge.standin.gateway;

import com.huaweicloud.sdk.core.auth.AKSKSigner;
import com.huaweicloud.sdk.core.auth.GlobalCredentials;
import com.huaweicloud.sdk.core.http.HttpRequest;
import io.hcpnbridge.standin.state.Keys;

/** The official signer, for one request; remembers the canonical request, which the gateway shows in its refusal. */
final class TracingSigner extends AKSKSigner {
    private String canonicalRequest = "";

    /** The Authorization header the official SDK sends for that request. */
    String authorization(HttpRequest request, Keys keys) {
        GlobalCredentials credentials =
                new GlobalCredentials().withAk(keys.accessKey()).withSk(keys.secretKey());
        return sign(request, credentials).get("Authorization");
    }

    String canonicalRequest() {
        return canonicalRequest;
    }

    @Override
    protected String buildCanonicalRequest(String... segments) {
        canonicalRequest = super.buildCanonicalRequest(segments);
        return canonicalRequest;
    }
}
