package io.hcpnbridge.saml;

import java.net.URI;

/**
 * Who asserts, and where it is found.
 *
 * @param entityId as the partner knows it by the metadata
 * @param login where the service provider sends browsers with a request to sign a person on
 * @param logout where it sends them to end that
 */
public record IdentityProvider(String entityId, URI login, URI logout) {}
