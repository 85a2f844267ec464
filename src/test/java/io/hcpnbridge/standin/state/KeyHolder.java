package io.hcpnbridge.standin.state;

/**
 * Who a key or a token belongs to.
 *
 * @param customer null if it is the partner's own
 * @param project the project of a token; null for keys and for tokens of the whole account
 */
public record KeyHolder(Keys keys, Partner partner, Customer customer, String project) {

    public KeyHolder(Keys keys, Partner partner, Customer customer) {
        this(keys, partner, customer, null);
    }

    public boolean isPartner() {
        return customer == null;
    }

    /** The account's own domain id. */
    public String domainId() {
        return isPartner() ? partner.domainId() : customer.id();
    }
}
