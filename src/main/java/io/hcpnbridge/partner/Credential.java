package io.hcpnbridge.partner;

import io.hcpnbridge.secret.Secret;
import io.hcpnbridge.secret.Version;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * What one partner account or one of its customers calls with: keys, or a token of IAM. Signs with the secret key but never gives
 * it away, and shows nothing in its text, so that it may lie on an exchange that is traced.
 */
public final class Credential {
    private static final String HMAC = "HmacSHA256";

    private final CustomerIdentity identity;
    private final String tenant;
    private final String customer;
    private final String accountId;
    private final Secret accessKey;
    private final Secret secretKey;
    private final Secret token;
    private final Version<?> madeFrom;
    private final AtomicBoolean accepted = new AtomicBoolean();

    private Credential(
            CustomerIdentity identity,
            String tenant,
            String customer,
            String accountId,
            Secret accessKey,
            Secret secretKey,
            Secret token,
            Version<?> madeFrom) {
        this.identity = identity;
        this.tenant = Objects.requireNonNull(tenant);
        this.customer = customer;
        this.accountId = Objects.requireNonNull(accountId);
        this.accessKey = accessKey;
        this.secretKey = secretKey;
        this.token = token;
        this.madeFrom = madeFrom;
    }

    /** The partner account's own keys. */
    public static Credential ofPartner(String tenant, String domainId, Secret accessKey, Secret secretKey) {
        return new Credential(null, tenant, null, domainId, required(accessKey), required(secretKey), null, null);
    }

    /** A token of the partner's IAM user. */
    public static Credential ofPartnerToken(String tenant, String domainId, Secret token) {
        return new Credential(null, tenant, null, domainId, null, null, required(token), null);
    }

    /** The password of the partner's IAM user: it stands in the body, so calls carry neither signature nor token. */
    public static Credential ofPartnerPassword(String tenant, String domainId, Secret password) {
        return new Credential(null, tenant, null, domainId, required(password), null, null, null);
    }

    /** A customer's own keys; {@code securityToken} is null for permanent ones. */
    public static Credential ofCustomer(
            String tenant, String customer, Secret accessKey, Secret secretKey, Secret securityToken) {
        return new Credential(
                null,
                tenant,
                required(customer),
                customer,
                required(accessKey),
                required(secretKey),
                securityToken,
                null);
    }

    /** Temporary keys of a customer, from IAM. */
    public static Credential temporaryKeys(
            CustomerIdentity identity, Secret accessKey, Secret secretKey, Secret securityToken) {
        return new Credential(
                identity,
                identity.tenant(),
                identity.customer(),
                identity.customer(),
                required(accessKey),
                required(secretKey),
                required(securityToken),
                null);
    }

    /** A token of a customer, from IAM. */
    public static Credential customerToken(CustomerIdentity identity, Secret token) {
        return new Credential(
                identity,
                identity.tenant(),
                identity.customer(),
                identity.customer(),
                null,
                null,
                required(token),
                null);
    }

    /** The same, made from what is configured as it was then, or obtained with it. */
    public Credential madeFrom(Version<?> configured) {
        return new Credential(identity, tenant, customer, accountId, accessKey, secretKey, token, required(configured));
    }

    /** Whether what it was made from has been replaced: calls under way end with it, none is begun with it any more. */
    public boolean isReplaced() {
        return madeFrom != null && madeFrom.isReplaced();
    }

    /** Whether these keys are the ones in whose name this tenant's request is to be made. */
    public boolean mayCall(String requestTenant, PartnerRequest request) {
        boolean rightIdentity = request.caller() == Caller.PARTNER
                ? customer == null
                : customer != null && customer.equals(request.customer());
        boolean rightProject = identity == null || signs() || Objects.equals(identity.project(), request.project());
        return rightIdentity && rightProject && tenant.equals(requestTenant);
    }

    /** The access key id, as the Authorization header names it. */
    public String accessKey() {
        return accessKey.reveal();
    }

    /** Account (domain) id of the identity, as {@code X-Domain-Id} names it. */
    public String accountId() {
        return accountId;
    }

    /** Whether calls are signed; else they carry {@link #authToken()}, or nothing. */
    public boolean signs() {
        return secretKey != null;
    }

    /** The token that goes along with temporary keys. */
    public Optional<Secret> securityToken() {
        return signs() ? Optional.ofNullable(token) : Optional.empty();
    }

    /** The token that calls carry instead of a signature. */
    public Optional<Secret> authToken() {
        return signs() ? Optional.empty() : Optional.ofNullable(token);
    }

    /** For whom IAM gave it; null if it is configured. */
    public CustomerIdentity identity() {
        return identity;
    }

    /** Whether IAM gave it for exactly this identity. */
    public boolean belongsTo(CustomerIdentity other) {
        return other.equals(identity);
    }

    /** Whether it came from IAM and can be replaced by a new one. */
    public boolean isObtained() {
        return identity != null;
    }

    /** A call made with it was answered with yes or no. */
    public void accept() {
        accepted.set(true);
    }

    /** Whether a call made with it was. */
    public boolean wasAccepted() {
        return accepted.get();
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
        String redacted = text;
        for (Secret secret : new Secret[] {secretKey, accessKey, token}) {
            redacted = secret == null ? redacted : redacted.replace(secret.reveal(), "***");
        }
        return redacted;
    }

    private static <T> T required(T value) {
        return Objects.requireNonNull(value);
    }

    /** Whose keys these are; no key. */
    @Override
    public String toString() {
        return "Credential[" + tenant + (customer == null ? "" : ", a customer") + "]";
    }
}
