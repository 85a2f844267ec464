package io.hcpnbridge.saml;

import java.net.URI;

/**
 * The service provider wants to know who the person at the browser is.
 *
 * @param id by which the answer names it; never used twice by a service provider that keeps to the rules
 * @param consumer where the assertion is posted to
 * @param relayState to be given back; null if none came
 */
public record SignOnRequest(String id, URI consumer, String relayState) {}
