package io.hcpnbridge.standin.state;

/**
 * A customer account; its id is its domain id.
 *
 * @param partnerId domain id of its partner
 * @param resale reseller model: the partner pays; else consulting model, which the old endpoints hide from the partner
 * @param indirectPartnerId its reseller, if the partner is a distributor; else null
 */
public record Customer(String id, String partnerId, Keys keys, boolean resale, String indirectPartnerId) {

    /** The same customer in the consulting model. */
    public Customer consulting() {
        return new Customer(id, partnerId, keys, false, indirectPartnerId);
    }

    /** The same customer with other keys. */
    public Customer withKeys(Keys other) {
        return new Customer(id, partnerId, other, resale, indirectPartnerId);
    }

    /** The same customer below a reseller of the distributor. */
    public Customer ofReseller(String reseller) {
        return new Customer(id, partnerId, keys, resale, reseller);
    }
}
