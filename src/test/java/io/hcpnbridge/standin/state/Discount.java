package io.hcpnbridge.standin.state;

import java.math.BigDecimal;

/** A discount inside an amount; the code is a text such as 607. */
public record Discount(String type, BigDecimal amount) {}
