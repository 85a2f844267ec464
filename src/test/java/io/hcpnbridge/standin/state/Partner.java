package io.hcpnbridge.standin.state;

/** A partner account. */
public record Partner(String domainId, Keys keys, Site site, PartnerRole role) {

    /** The same partner in another role. */
    public Partner as(PartnerRole other) {
        return new Partner(domainId, keys, site, other);
    }

    /** The same partner with other keys: the old ones are unknown from then on. */
    public Partner withKeys(Keys other) {
        return new Partner(domainId, other, site, role);
    }

    /** The same partner as a distributor. */
    public Partner asDistributor() {
        return as(PartnerRole.DISTRIBUTOR);
    }

    /** Sees its resellers' customers by naming the reseller. */
    public boolean distributor() {
        return role == PartnerRole.DISTRIBUTOR;
    }
}
