/**
 * The adapter: only its start is here. Every part is a package below, and says what it is for and whom it knows.
 */
@Knows({"check", "describe", "memory", "tryout"})
package io.hcpnbridge;

import io.hcpnbridge.law.Knows;
