package io.hcpnbridge.portal;

import io.hcpnbridge.saml.IdentityProvider;
import io.hcpnbridge.saml.Requests;
import io.hcpnbridge.saml.Responses;

/**
 * A tenant as identity provider: the partner knows each of its partners by metadata of their own.
 *
 * @param platformId that Partner Center gave the tenant for its metadata
 * @param partnerId account id of the partner
 */
record TenantSignOn(
        String platformId, String partnerId, IdentityProvider provider, Requests requests, Responses responses) {}
