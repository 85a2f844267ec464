package io.hcpnbridge.ledger;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * A link by which one person reaches the partner cloud, once.
 *
 * @param document of the tenant that asked for it
 * @param person who that is, as the ERP says
 * @param binds whether an account of the partner cloud is to be bound
 * @param target name of the page that is gone to
 */
public record SignOnLink(long id, String tenant, String document, ObjectNode person, boolean binds, String target) {
    /** Names nobody. */
    @Override
    public String toString() {
        return "link " + id + " (" + tenant + ", " + document + ")";
    }
}
