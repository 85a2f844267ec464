package io.hcpnbridge.partner.settings;

import io.hcpnbridge.secret.Current;
import io.hcpnbridge.secret.Secret;

/**
 * How a tenant comes by credentials of its customers.
 *
 * @param agencyName name of the agency that customers create for the partner; null when neither it nor the platform id is set
 * @param user who asks for tokens; null unless the access is {@link CustomerAccess#TOKEN}
 */
public record IamSettings(CustomerAccess access, String agencyName, User user) {
    /** The partner's IAM user, with the permission Agent Operator. */
    public record User(String domainName, String name, Current<Secret> password) {}

    /** Whether IAM can be asked for a credential of a customer. */
    public boolean canAsk() {
        return access != CustomerAccess.CONFIGURED && agencyName != null;
    }
}
