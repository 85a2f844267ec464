package io.hcpnbridge.saml;

/**
 * The service provider has signed the person at the browser off.
 *
 * @param id by which the answer names it
 * @param relayState to be given back; null if none came
 */
public record LogoutRequest(String id, String relayState) {}
