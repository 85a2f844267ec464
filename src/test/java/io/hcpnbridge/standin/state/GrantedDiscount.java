package io.hcpnbridge.standin.state;

import java.math.BigDecimal;

/**
 * A discount that a customer has on list prices.
 *
 * @param type 605 business contract with Huawei, 606 contract of the distributor, 607 rate set by the partner
 * @param rate part of the list price that is let off, such as 0.15
 */
public record GrantedDiscount(String id, int type, String name, BigDecimal rate) {
    private static final int BUSINESS = 605;

    public boolean isBusiness() {
        return type == BUSINESS;
    }

    public BigDecimal of(BigDecimal listPrice) {
        return listPrice.multiply(rate);
    }
}
