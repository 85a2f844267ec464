package io.hcpnbridge.partner.signing;

import io.hcpnbridge.partner.Credential;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.Locale;

/** The later steps of SDK-HMAC-SHA256: date, string to sign, Authorization header. */
final class Signature {
    static final String ALGORITHM = "SDK-HMAC-SHA256";

    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

    private Signature() {}

    /** The value of {@code X-Sdk-Date}, such as {@code 20261123T080910Z}. */
    static String date(Instant instant) {
        return DATE.format(instant);
    }

    static String stringToSign(String date, CanonicalRequest request) {
        return String.join("\n", ALGORITHM, date, request.hash());
    }

    /** The value of the Authorization header. */
    static String authorization(Credential credential, String date, CanonicalRequest request) {
        String signature = HexFormat.of().formatHex(credential.hmacSha256(stringToSign(date, request)));
        return ALGORITHM + " Access=" + credential.accessKey() + ", SignedHeaders=" + request.signedHeaders()
                + ", Signature=" + signature;
    }
}
