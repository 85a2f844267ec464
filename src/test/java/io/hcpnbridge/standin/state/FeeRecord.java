package io.hcpnbridge.standin.state;

import java.time.Instant;
import java.time.ZoneOffset;

/**
 * One consumption of a sub-customer: pay-per-use of an hour, unless told otherwise.
 *
 * @param id unique record id
 * @param detailType 1 new purchase, 2 renewal, 3 change, 4 refund, 5 usage, 16 adjustment, …
 * @param chargingMode 1 yearly/monthly, 3 on-demand, 10 reserved instance, 11 savings plan
 */
public record FeeRecord(
        String id,
        int detailType,
        int chargingMode,
        ServiceType service,
        String region,
        String resourceId,
        String resourceName,
        String tradeId,
        String accountManager,
        Instant consumed,
        Fee fee) {

    /** An hour of a cloud server. */
    public static FeeRecord usage(String id, Instant consumed, Fee fee) {
        return new FeeRecord(
                id, 5, 3, ServiceType.EC2, "cn-north-1", "ecs-" + id, "ecs-" + id, "T-" + id, null, consumed, fee);
    }

    public FeeRecord of(ServiceType other) {
        return new FeeRecord(
                id,
                detailType,
                chargingMode,
                other,
                region,
                resourceId,
                resourceName,
                tradeId,
                accountManager,
                consumed,
                fee);
    }

    /** A yearly/monthly order's, of that kind. */
    public FeeRecord ordered(int type, String orderId) {
        return new FeeRecord(
                id, type, 1, service, region, resourceId, resourceName, orderId, accountManager, consumed, fee);
    }

    public FeeRecord resource(String resource, String name) {
        return new FeeRecord(
                id, detailType, chargingMode, service, region, resource, name, tradeId, accountManager, consumed, fee);
    }

    public FeeRecord region(String other) {
        return new FeeRecord(
                id,
                detailType,
                chargingMode,
                service,
                other,
                resourceId,
                resourceName,
                tradeId,
                accountManager,
                consumed,
                fee);
    }

    public FeeRecord managedBy(String manager) {
        return new FeeRecord(
                id,
                detailType,
                chargingMode,
                service,
                region,
                resourceId,
                resourceName,
                tradeId,
                manager,
                consumed,
                fee);
    }

    /** The day of the consumption as the partner bills it, in UTC+8: {@code 2026-10-31}. */
    public String day() {
        return consumed.atZone(ZoneOffset.ofHours(8)).toLocalDate().toString();
    }
}
