package io.hcpnbridge.standin.state;

import java.math.BigDecimal;

/** Amounts of a consumption record in the main unit of the currency, exactly as they shall be written. */
public record Fee(
        BigDecimal official,
        BigDecimal officialDiscount,
        BigDecimal payment,
        BigDecimal cash,
        BigDecimal credit,
        BigDecimal coupon,
        BigDecimal flexiCoupon,
        BigDecimal storedCard,
        BigDecimal debt,
        BigDecimal writeOff) {
    private static final BigDecimal NONE = BigDecimal.ZERO;

    /** Not discounted and paid in cash. */
    public static Fee of(String amount) {
        BigDecimal all = new BigDecimal(amount);
        return new Fee(all, NONE, all, all, NONE, NONE, NONE, NONE, NONE, NONE);
    }

    /** What it costs by the list, what is deducted from that, and the rest, which is paid in cash. */
    public static Fee discounted(String official, String discount, String payment) {
        BigDecimal paid = new BigDecimal(payment);
        return new Fee(
                new BigDecimal(official), new BigDecimal(discount), paid, paid, NONE, NONE, NONE, NONE, NONE, NONE);
    }

    /** Paid in these parts instead; what the parts leave is owed. */
    public Fee paidWith(String cashPart, String creditPart, String couponPart, String flexiPart, String cardPart) {
        BigDecimal paid = new BigDecimal(cashPart)
                .add(new BigDecimal(creditPart))
                .add(new BigDecimal(couponPart))
                .add(new BigDecimal(flexiPart))
                .add(new BigDecimal(cardPart));
        return new Fee(
                official,
                officialDiscount,
                payment,
                new BigDecimal(cashPart),
                new BigDecimal(creditPart),
                new BigDecimal(couponPart),
                new BigDecimal(flexiPart),
                new BigDecimal(cardPart),
                payment.subtract(paid),
                writeOff);
    }
}
