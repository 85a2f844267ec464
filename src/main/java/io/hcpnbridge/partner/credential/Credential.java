package io.hcpnbridge.partner.credential;

import io.hcpnbridge.partner.Caller;
import io.hcpnbridge.partner.PartnerRequest;
import io.hcpnbridge.partner.Secret;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Objects;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The keys of one partner account or one of its customers. Signs with the secret key but never gives it away, and shows no
 * key in its text, so that it may lie on an exchange that is traced.
 */
public final class Credential {
    private static final String HMAC = "HmacSHA256";

    private final String tenant;
    private final String customer;
    private final String accountId;
    private final Secret accessKey;
    private final Secret secretKey;
    private final Secret securityToken;

    private Credential(
            String tenant,
            String customer,
            String accountId,
            Secret accessKey,
            Secret secretKey,
            Secret securityToken) {
        this.tenant = Objects.requireNonNull(tenant);
        this.customer = customer;
        this.accountId = Objects.requireNonNull(accountId);
        this.accessKey = Objects.requireNonNull(accessKey);
        this.secretKey = Objects.requireNonNull(secretKey);
        this.securityToken = securityToken;
    }

    /** The partner account's own keys. */
    public static Credential ofPartner(String tenant, String domainId, Secret accessKey, Secret secretKey) {
        return new Credential(tenant, null, domainId, accessKey, secretKey, null);
    }

    /** A customer's keys; {@code securityToken} is null for permanent ones. */
    public static Credential ofCustomer(
            String tenant, String customer, Secret accessKey, Secret secretKey, Secret securityToken) {
        return new Credential(tenant, Objects.requireNonNull(customer), customer, accessKey, secretKey, securityToken);
    }

    /** Whether these keys are the ones in whose name this tenant's request is to be made. */
    public boolean mayCall(String requestTenant, PartnerRequest request) {
        boolean rightIdentity = request.caller() == Caller.PARTNER
                ? customer == null
                : customer != null && customer.equals(request.customer());
        return rightIdentity && tenant.equals(requestTenant);
    }

    /** The access key id, as the Authorization header names it. */
    public String accessKey() {
        return accessKey.reveal();
    }

    /** Account (domain) id of the identity, as {@code X-Domain-Id} names it. */
    public String accountId() {
        return accountId;
    }

    /** The token that goes along with temporary keys. */
    public Optional<Secret> securityToken() {
        return Optional.ofNullable(securityToken);
    }

    /** HMAC-SHA256 of the text (UTF-8) under the secret key. */
    public byte[] hmacSha256(String text) {
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(new SecretKeySpec(secretKey.reveal().getBytes(StandardCharsets.UTF_8), HMAC));
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has " + HMAC, e);
        }
    }

    /** The text without these keys, should someone have echoed them. */
    public String redact(String text) {
        String redacted = text.replace(secretKey.reveal(), "***").replace(accessKey.reveal(), "***");
        return securityToken == null ? redacted : redacted.replace(securityToken.reveal(), "***");
    }

    /** Whose keys these are; no key. */
    @Override
    public String toString() {
        return "Credential[" + tenant + (customer == null ? "" : ", a customer") + "]";
    }
}
