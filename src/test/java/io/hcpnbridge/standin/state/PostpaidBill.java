package io.hcpnbridge.standin.state;

import java.math.BigDecimal;

/** A partner's bill of a month, as the International site tells it. */
public record PostpaidBill(
        String month,
        BigDecimal amountDue,
        BigDecimal consumed,
        BigDecimal refunds,
        BigDecimal adjustments,
        BigDecimal tax) {}
