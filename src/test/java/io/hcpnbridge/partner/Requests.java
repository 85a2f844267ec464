package io.hcpnbridge.partner;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Requests as tests need them. */
public final class Requests {
    private Requests() {}

    /** A read of the new generation whose answer must carry {@code order_infos}. */
    public static PartnerRequest newList(Map<String, List<String>> query) {
        return new PartnerRequest(
                "list-orders-new",
                "GET",
                List.of("v2", "orders", "customer-orders"),
                query,
                Map.of(),
                new byte[0],
                Envelope.NEW,
                "order_infos",
                Effect.READ,
                false,
                Caller.PARTNER,
                null,
                null,
                Set.of());
    }

    /** A read of the old generation whose answer must carry {@code payload}. */
    public static PartnerRequest oldRead(String payload) {
        return read(Envelope.OLD, payload);
    }

    /** A read whose success carries no error_code. */
    public static PartnerRequest bareRead(String payload) {
        return read(Envelope.BARE, payload);
    }

    private static PartnerRequest read(Envelope envelope, String payload) {
        return new PartnerRequest(
                "list-orders-old",
                "GET",
                List.of("v1.0", "domain", "common", "order-mgr", "orders", "detail"),
                Map.of(),
                Map.of(),
                new byte[0],
                envelope,
                payload,
                Effect.READ,
                false,
                Caller.PARTNER,
                null,
                null,
                Set.of());
    }

    /** A renewal in a customer's name. */
    public static PartnerRequest renew(Envelope envelope, String customer) {
        return new PartnerRequest(
                "renew-resources",
                "POST",
                List.of("v2", "orders", "subscriptions", "resources", "renew"),
                Map.of(),
                Map.of("X-Language", "zh_CN"),
                "{\"resource_ids\":[\"r1\"],\"period_num\":1}".getBytes(StandardCharsets.UTF_8),
                envelope,
                "order_ids",
                Effect.WRITE,
                false,
                Caller.CUSTOMER,
                customer,
                null,
                Set.of());
    }
}
