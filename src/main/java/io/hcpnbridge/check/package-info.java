/**
 * Whether settings, mappings and routes are fit to start with: checked at every start before anything else, and by
 * themselves with {@code bridge.check}, without a port and without a connection. Knows {@code mapping},
 * {@code route} and, for what a request may be, {@code partner}.
 */
package io.hcpnbridge.check;
