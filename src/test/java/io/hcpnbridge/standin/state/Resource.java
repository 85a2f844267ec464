package io.hcpnbridge.standin.state;

import java.math.BigDecimal;
import java.time.Instant;

/**
 * A yearly/monthly resource.
 *
 * @param parentId the primary resource it is attached to; null if it is primary itself
 * @param provisioning 1 provisioned, 2 failed, 6 order not paid, else pending
 * @param lifeCycle 2 in use, 3 closed, 4 frozen, 5 expired
 * @param expirePolicy 0 grace period, 1 to pay-per-use, 2 delete, 3 renew automatically
 * @param unpaidOrder id of the renewal order that waits for payment; null if none
 * @param refusal what every renewal of it is refused with; null: renewable
 * @param failsAlone the new generation reports the refusal for this resource only and renews the others
 */
public record Resource(
        String id,
        String customerId,
        String orderId,
        String name,
        ServiceType service,
        String type,
        String spec,
        String region,
        String parentId,
        int provisioning,
        int lifeCycle,
        Instant effective,
        Instant expires,
        int expirePolicy,
        BigDecimal size,
        Integer sizeMeasure,
        BigDecimal monthlyPrice,
        String unpaidOrder,
        RenewalRefusal refusal,
        boolean failsAlone) {
    public static final int PROVISIONED = 1;
    public static final int IN_USE = 2;
    public static final int RENEW_AUTOMATICALLY = 3;

    /** An editable copy. */
    public ResourceDraft edit() {
        return new ResourceDraft(this);
    }

    public boolean isPrimary() {
        return parentId == null;
    }

    public boolean isProvisioned() {
        return provisioning == PROVISIONED;
    }

    public boolean isAlive(Instant now) {
        return isProvisioned() && lifeCycle == IN_USE && expires.isAfter(now);
    }
}
