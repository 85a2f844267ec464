/**
 * The embedded run: the adapter with everything it needs on loopback, real wherever something real exists. Its services also carry
 * the tests that run the whole adapter.
 */
package io.hcpnbridge.rehearsal;
