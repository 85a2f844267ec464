/**
 * The adapter: only its start is here. Every part is a package below, and says what it is for and whom it knows.
 */
@Knows({"check", "memory", "tryout"})
package io.hcpnbridge;

import io.hcpnbridge.law.Knows;
