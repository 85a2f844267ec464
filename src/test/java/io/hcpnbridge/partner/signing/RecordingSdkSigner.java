package io.hcpnbridge.partner.signing;

import com.huaweicloud.sdk.core.auth.AKSKSigner;

/** The official signer, which also tells its intermediate steps. */
final class RecordingSdkSigner extends AKSKSigner {
    private String canonicalRequest;
    private String stringToSign;

    RecordingSdkSigner() {
        super();
    }

    @Override
    protected String buildCanonicalRequest(String... segments) {
        canonicalRequest = super.buildCanonicalRequest(segments);
        return canonicalRequest;
    }

    @Override
    protected String buildStringToSign(String... segments) {
        stringToSign = super.buildStringToSign(segments);
        return stringToSign;
    }

    String canonicalRequest() {
        return canonicalRequest;
    }

    String stringToSign() {
        return stringToSign;
    }
}
