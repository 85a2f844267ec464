package io.hcpnbridge.standin.state;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;

/**
 * A coupon that an order can be paid with.
 *
 * @param type 300 discount, 301 cash, 302 flexi-purchase, 303 stored-value card; by another page 1 cash, 2 discount, 3 product,
 *     4 flexi-purchase
 * @param group 0 ordinary, 1 marketplace, 2 dedicated, 3 hardware
 * @param lockedBy the order that uses it at present; null if none
 */
public record Coupon(
        String id,
        int type,
        int group,
        BigDecimal faceValue,
        BigDecimal balance,
        Instant effective,
        Instant expires,
        String lockedBy,
        List<Limit> limits) {

    /** A condition of use. */
    public record Limit(String id, String key, String value1, String value2, String unit, String type) {}

    /** How many of a kind one order may use. */
    public record MaxUse(int type, int group, int quantity) {}

    /** An ordinary coupon over that amount, valid for three months, without conditions. */
    public static Coupon of(String id, int type, String amount, Instant effective) {
        BigDecimal value = new BigDecimal(amount);
        return new Coupon(id, type, 0, value, value, effective, Term.months(3).after(effective), null, List.of());
    }

    public Coupon limited(Limit... all) {
        return new Coupon(id, type, group, faceValue, balance, effective, expires, lockedBy, List.of(all));
    }

    public Coupon lockedBy(String orderId) {
        return new Coupon(id, type, group, faceValue, balance, effective, expires, orderId, limits);
    }
}
