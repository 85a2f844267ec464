/**
 * Whether settings, mappings and routes are fit to start with: checked at every start before anything else, and by
 * themselves with {@code bridge.check}, without a port and without a connection.
 */
@Knows({"check.mapping", "config", "mapping", "mapping.problem", "route", "text"})
package io.hcpnbridge.check;

import io.hcpnbridge.law.Knows;
