/** The pulse of routes. */
package io.hcpnbridge.pulse;
