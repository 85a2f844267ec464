/**
 * The HTTP client behind the call: sends exactly what was signed, once, and reads the whole answer within bounds. Judges
 * nothing. Knows the partner vocabulary and settings.
 */
package io.hcpnbridge.partner.call;
