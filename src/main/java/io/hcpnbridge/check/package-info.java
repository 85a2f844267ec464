/**
 * Whether settings, mappings and routes are fit to start with: checked at every start before anything else, and by
 * themselves with {@code bridge.check}, without a port and without a connection. Knows {@code mapping} and {@code route}.
 */
package io.hcpnbridge.check;
