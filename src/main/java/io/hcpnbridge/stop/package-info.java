/**
 * The adapter is asked to stop: what is begun is finished, what is not begun is left to others, and what does not come to its end is
 * given back. In the order of time: {@link io.hcpnbridge.stop.Stopping} says so to everybody, {@link
 * io.hcpnbridge.stop.OrderlyStop} lets the routes come to their end, {@link io.hcpnbridge.stop.HandBack} gives back what is left, and
 * {@link io.hcpnbridge.stop.LastResort} ends a process in which one of them hangs.
 */
@Knows({"config", "ledger", "replica"})
package io.hcpnbridge.stop;

import io.hcpnbridge.law.Knows;
