/**
 * Whose credential a call is made with, and that it is never anyone else's: configured keys first, then what IAM gave before.
 * {@link io.hcpnbridge.partner.credential.CustomerCredentials} is the place where another source goes.
 */
@Knows({"config", "partner", "partner.settings", "secret", "text"})
package io.hcpnbridge.partner.credential;

import io.hcpnbridge.law.Knows;
