/**
 * Whose keys sign a call, and that they are never anyone else's. Knows the partner vocabulary and settings.
 * {@link io.hcpnbridge.partner.credential.CustomerCredentials} is the place where another source of customers' keys goes.
 */
package io.hcpnbridge.partner.credential;
