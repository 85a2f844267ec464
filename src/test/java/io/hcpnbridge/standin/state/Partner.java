package io.hcpnbridge.standin.state;

/**
 * A partner account.
 *
 * @param distributor sees its resellers' customers by naming the reseller
 */
public record Partner(String domainId, Keys keys, Site site, boolean distributor) {

    /** The same partner as a distributor. */
    public Partner asDistributor() {
        return new Partner(domainId, keys, site, true);
    }
}
