package io.hcpnbridge.standin.state;

/**
 * Who a key belongs to.
 *
 * @param customer null if the key is the partner's own
 */
public record KeyHolder(Keys keys, Partner partner, Customer customer) {

    public boolean isPartner() {
        return customer == null;
    }

    /** The account's own domain id. */
    public String domainId() {
        return isPartner() ? partner.domainId() : customer.id();
    }
}
