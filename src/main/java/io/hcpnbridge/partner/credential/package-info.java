/**
 * Whose credential a call is made with, and that it is never anyone else's: configured keys first, then what IAM gave before. Knows
 * the partner vocabulary and settings. {@link io.hcpnbridge.partner.credential.CustomerCredentials} is the place where another source
 * goes.
 */
package io.hcpnbridge.partner.credential;
