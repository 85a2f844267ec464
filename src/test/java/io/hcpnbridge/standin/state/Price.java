package io.hcpnbridge.standin.state;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;

/**
 * Amounts of an order or a line, in the main unit of the currency, exactly as they shall be written.
 *
 * @param original only the old generation tells it
 * @param commission null unless an unsubscription
 * @param consumed null unless an unsubscription
 */
public record Price(
        BigDecimal original,
        BigDecimal official,
        BigDecimal afterDiscount,
        List<Discount> discounts,
        BigDecimal flexiCoupon,
        BigDecimal cashCoupon,
        BigDecimal storedCard,
        BigDecimal commission,
        BigDecimal consumed) {

    /** The same amount as original, list and paid price. */
    public static Price of(String amount) {
        return of(new BigDecimal(amount));
    }

    /** The same amount as original, list and paid price. */
    public static Price of(BigDecimal amount) {
        BigDecimal none = BigDecimal.ZERO;
        return new Price(amount, amount, amount, List.of(), none, none, none, null, null);
    }

    /** With another list price. */
    public Price listed(String amount) {
        return new Price(
                original,
                new BigDecimal(amount),
                afterDiscount,
                discounts,
                flexiCoupon,
                cashCoupon,
                storedCard,
                commission,
                consumed);
    }

    /** With a discount more and what remains after it. */
    public Price discounted(String type, String amount, String remaining) {
        List<Discount> more = Stream.concat(discounts.stream(), Stream.of(new Discount(type, new BigDecimal(amount))))
                .toList();
        return new Price(
                original,
                official,
                new BigDecimal(remaining),
                more,
                flexiCoupon,
                cashCoupon,
                storedCard,
                commission,
                consumed);
    }

    /** With the parts that coupons and the stored-value card paid. */
    public Price paidWith(String flexi, String cash, String card) {
        return new Price(
                original,
                official,
                afterDiscount,
                discounts,
                new BigDecimal(flexi),
                new BigDecimal(cash),
                new BigDecimal(card),
                commission,
                consumed);
    }

    /** With handling fee and consumed amount, as unsubscription orders have. */
    public Price refunded(String fee, String used) {
        return new Price(
                original,
                official,
                afterDiscount,
                discounts,
                flexiCoupon,
                cashCoupon,
                storedCard,
                new BigDecimal(fee),
                new BigDecimal(used));
    }
}
