package io.hcpnbridge.standin.state;

import java.time.Instant;

/**
 * A line of an order; its id is the order's with the line's number.
 *
 * @param periodNum null for unsubscription orders
 * @param subOrderId the sub-order it belongs to in a combined transaction; else null
 */
public record LineItem(
        ServiceType service,
        String productId,
        String productSpec,
        String category,
        int periodType,
        Integer periodNum,
        Instant validFrom,
        Instant expires,
        int quantity,
        Price price,
        String subOrderId) {

    /** One piece for one month, valid from that time to the end of the day a month later. */
    public static LineItem monthly(ServiceType service, Price price, Instant from) {
        return new LineItem(
                service,
                "00301-" + service.code().hashCode(),
                "common I/O",
                "hws.resource.storage1",
                2,
                1,
                from,
                Term.months(1).after(from),
                1,
                price,
                null);
    }

    /** With another specification text. */
    public LineItem described(String spec) {
        return new LineItem(
                service,
                productId,
                spec,
                category,
                periodType,
                periodNum,
                validFrom,
                expires,
                quantity,
                price,
                subOrderId);
    }

    /** With another period and the expiry that follows. */
    public LineItem lasting(Term term) {
        return new LineItem(
                service,
                productId,
                productSpec,
                category,
                term.type(),
                term.number(),
                validFrom,
                term.after(validFrom),
                quantity,
                price,
                subOrderId);
    }
}
