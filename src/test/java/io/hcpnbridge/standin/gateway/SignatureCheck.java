package io.hcpnbridge.standin.gateway;

import com.huaweicloud.sdk.core.exception.SdkException;
import io.hcpnbridge.standin.call.ApiError;
import io.hcpnbridge.standin.call.Incoming;
import io.hcpnbridge.standin.state.KeyHolder;
import io.hcpnbridge.standin.state.PartnerState;
import io.hcpnbridge.standin.wire.WireRequest;
import java.math.BigInteger;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.TreeSet;

/** Finds out whose a request is, with the official SDK's signer; every failure is 401 APIGW.0301. */
final class SignatureCheck {
    private static final DateTimeFormatter SDK_DATE = DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'");
    private static final Duration TOLERANCE = Duration.ofMinutes(15);

    private final PartnerState state;
    private final Clock clock;
    private final KeyLock lock;

    SignatureCheck(PartnerState state, Clock clock, KeyLock lock) {
        this.state = state;
        this.clock = clock;
        this.lock = lock;
    }

    /** @throws ApiError 401 */
    KeyHolder verify(Incoming call) {
        Authorization authorization = Authorization.of(call.request());
        String key = authorization.accessKey();
        KeyHolder holder =
                state.keyHolder(key).orElseThrow(() -> refusal("Get secretKey failed,ak:" + key + ",err:ak not exist"));
        checkTemporary(key);
        if (lock.isLocked(key)) {
            throw refusal("AK access failed to reach the limit, forbidden");
        }
        try {
            checkSignedHeaders(call.request(), authorization.signedHeaders(), holder);
            checkDate(call.request());
            checkContentHash(call.request());
            checkSignature(call, authorization, holder);
        } catch (ApiError e) {
            lock.failed(key);
            throw e;
        }
        lock.succeeded(key);
        return holder;
    }

    private void checkTemporary(String key) {
        state.iam().keys(key).ifPresent(given -> {
            if (state.iam().isOver(given.expires())) {
                throw refusal("token expires, expires_at: " + given.expires());
            }
            if (!state.iam().isAuthorised(given.customerId(), given.partnerDomainId(), given.agency())) {
                throw refusal("decrypt token fail");
            }
        });
    }

    private static void checkSignedHeaders(WireRequest request, List<String> signed, KeyHolder holder) {
        if (!signed.equals(List.copyOf(new TreeSet<>(signed)))) {
            throw refusal("verify aksk signature fail, SignedHeaders are not sorted");
        }
        if (!signed.contains("host") || !signed.contains("x-sdk-date")) {
            throw refusal("verify aksk signature fail, host and x-sdk-date must be signed");
        }
        for (String name : signed) {
            if (request.header(name).isEmpty()) {
                throw refusal("verify aksk signature fail, signed header " + name + " not found");
            }
        }
        String token = request.header("X-Security-Token").orElse(null);
        if (holder.keys().securityToken() == null
                ? token != null
                : !holder.keys().securityToken().equals(token)) {
            throw refusal("decrypt token fail");
        }
        if (!request.header("X-Domain-Id").orElse(holder.domainId()).equals(holder.domainId())) {
            throw refusal("X-Domain-Id is not the domain of the access key");
        }
        if (token != null && !signed.contains("x-security-token")) {
            throw refusal("verify aksk signature fail, x-security-token must be signed");
        }
    }

    private void checkDate(WireRequest request) {
        try {
            Instant sent = LocalDateTime.parse(request.header("X-Sdk-Date").orElse(""), SDK_DATE)
                    .toInstant(ZoneOffset.UTC);
            if (Duration.between(sent, clock.instant()).abs().compareTo(TOLERANCE) > 0) {
                throw refusal("verify aksk signature fail, X-Sdk-Date is more than 15 minutes off");
            }
        } catch (DateTimeException e) {
            throw refusal("verify aksk signature fail, X-Sdk-Date is malformed");
        }
    }

    private static void checkContentHash(WireRequest request) {
        String claimed = request.header("X-Sdk-Content-Sha256").orElse("UNSIGNED-PAYLOAD");
        if (!claimed.equals("UNSIGNED-PAYLOAD") && !claimed.equals(sha256(request.body()))) {
            throw refusal("verify aksk signature fail, X-Sdk-Content-Sha256 is not that of the body");
        }
    }

    private static void checkSignature(Incoming call, Authorization sent, KeyHolder holder) {
        TracingSigner signer = new TracingSigner();
        String expected;
        try {
            expected = signer.authorization(SdkRequest.of(call, sent.signedHeaders()), holder.keys());
        } catch (SdkException | IllegalArgumentException e) {
            throw refusal("verify aksk signature fail, request cannot be signed");
        }
        if (!expected.equals(sent.text())) {
            throw refusal("verify aksk signature fail, canonicalRequest:"
                    + signer.canonicalRequest().replace('\n', '|'));
        }
    }

    private static ApiError refusal(String why) {
        return ApiError.gateway(401, "APIGW.0301", "Incorrect IAM authentication information: " + why);
    }

    private static String sha256(byte[] body) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(body);
            return String.format("%064x", new BigInteger(1, hash));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
