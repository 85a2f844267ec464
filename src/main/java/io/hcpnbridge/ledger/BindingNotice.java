package io.hcpnbridge.ledger;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * What the partner has told of an account of the partner cloud and a customer's account at the ERP.
 *
 * @param digest hex SHA-256 of what came
 * @param content what it says, whatever that is
 * @param action 1: bound; null if it is no number
 * @param customerId of the partner cloud; null if it is not told
 * @param account its name; null if it is not told
 * @param userId of the ERP's customer; null if it is not told
 */
public record BindingNotice(
        String digest, ObjectNode content, Integer action, String customerId, String account, String userId) {
    private static final int BOUND = 1;

    /** Whether it tells that an account is the customer's from now on. */
    public boolean tellsOfABinding() {
        return action != null && action == BOUND && customerId != null && userId != null;
    }

    @Override
    public String toString() {
        return "BindingNotice[" + digest + "]";
    }
}
