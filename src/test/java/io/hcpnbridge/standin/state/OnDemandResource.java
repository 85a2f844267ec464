package io.hcpnbridge.standin.state;

import java.time.Instant;

/**
 * A pay-per-use resource.
 *
 * @param status 1 normal, 2 grace period, 3 frozen, 4 changing, 5 closing, 6 closed
 * @param info a text that holds JSON, such as {@code {"specSize":40.0}}; null if none
 */
public record OnDemandResource(
        String id,
        String customerId,
        String name,
        ServiceType service,
        String type,
        String spec,
        String region,
        Instant effective,
        Instant expires,
        int status,
        String info) {

    /** A cloud server in use. */
    public static OnDemandResource server(String id, String customerId, Instant effective) {
        return new OnDemandResource(
                id,
                customerId,
                "name-of-" + id,
                ServiceType.EC2,
                "hws.resource.type.vm",
                "c6.2xlarge.4.linux",
                "cn-north-1",
                effective,
                null,
                1,
                null);
    }

    /** A disk of so many GB. */
    public static OnDemandResource disk(String id, String customerId, Instant effective, String size) {
        return new OnDemandResource(
                id,
                customerId,
                "name-of-" + id,
                ServiceType.EBS,
                "hws.resource.type.volume",
                "SSD",
                "cn-north-1",
                effective,
                null,
                1,
                "{\"specSize\":" + size + "}");
    }

    public OnDemandResource status(int other) {
        return new OnDemandResource(id, customerId, name, service, type, spec, region, effective, expires, other, info);
    }

    public OnDemandResource named(String other) {
        return new OnDemandResource(
                id, customerId, other, service, type, spec, region, effective, expires, status, info);
    }

    public OnDemandResource region(String other) {
        return new OnDemandResource(id, customerId, name, service, type, spec, other, effective, expires, status, info);
    }

    public OnDemandResource until(Instant end) {
        return new OnDemandResource(id, customerId, name, service, type, spec, region, effective, end, status, info);
    }
}
