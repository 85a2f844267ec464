package io.hcpnbridge.partner;

import java.util.Objects;

/**
 * In whose name a call is made, and within what: what a credential that was asked for belongs to.
 *
 * @param project IAM project id; null for the whole account
 */
public record CustomerIdentity(String tenant, String customer, String project) {
    public CustomerIdentity {
        Objects.requireNonNull(tenant);
        Objects.requireNonNull(customer);
    }

    /** Without ids: they are personal data. */
    @Override
    public String toString() {
        return "CustomerIdentity[" + tenant + (project == null ? "" : ", a project") + "]";
    }
}
