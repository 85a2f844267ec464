/**
 * The HTTP client behind the call: sends exactly what was signed, once, and reads the whole answer within bounds. Judges
 * nothing.
 */
@Knows({"config", "partner", "partner.settings"})
package io.hcpnbridge.partner.call;

import io.hcpnbridge.law.Knows;
