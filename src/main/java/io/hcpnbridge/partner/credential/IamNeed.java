package io.hcpnbridge.partner.credential;

import io.hcpnbridge.partner.PartnerRequest;

/** Tells whether a call would have to ask IAM for a credential first. */
@FunctionalInterface
public interface IamNeed {
    boolean asksIam(String tenant, PartnerRequest request);
}
