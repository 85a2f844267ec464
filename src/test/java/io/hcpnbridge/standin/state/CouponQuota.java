package io.hcpnbridge.standin.state;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;

/**
 * A quota for cash vouchers that a distributor has issued to a reseller.
 *
 * @param status 0 normal, 3 invalid, 4 being adjusted, 5 frozen, 6 reclaimed
 * @param parentId the distributor's own quota that it was split from
 */
public record CouponQuota(
        String id,
        String distributorId,
        String resellerId,
        String resellerAccount,
        String resellerName,
        String parentId,
        BigDecimal value,
        BigDecimal balance,
        int status,
        Instant created,
        Instant effective,
        Instant expires,
        List<Limit> limits) {

    /** What its vouchers may be used for. */
    public record Limit(String key, List<Pair> values) {}

    /** A value of a limit. */
    public record Pair(String value1, String value2) {}

    /** A quota for a year with nothing used yet. */
    public static CouponQuota of(String id, String distributorId, String resellerId, String value, Instant created) {
        BigDecimal all = new BigDecimal(value);
        return new CouponQuota(
                id,
                distributorId,
                resellerId,
                "account-of-" + resellerId,
                "经销商 " + resellerId,
                "parent-of-" + id,
                all,
                all,
                0,
                created,
                created,
                Term.months(12).after(created),
                List.of());
    }

    public CouponQuota left(String amount, int newStatus) {
        return new CouponQuota(
                id,
                distributorId,
                resellerId,
                resellerAccount,
                resellerName,
                parentId,
                value,
                new BigDecimal(amount),
                newStatus,
                created,
                effective,
                expires,
                limits);
    }

    public CouponQuota limited(Limit... all) {
        return new CouponQuota(
                id,
                distributorId,
                resellerId,
                resellerAccount,
                resellerName,
                parentId,
                value,
                balance,
                status,
                created,
                effective,
                expires,
                List.of(all));
    }
}
