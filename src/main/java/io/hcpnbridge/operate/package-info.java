/**
 * The operator's door: logins, what may be seen and done over HTTP and JMX, Hawtio, the probes, the orderly stop. May know
 * {@code io.hcpnbridge.config}, and {@code io.hcpnbridge.ledger} for health.
 *
 * <p>What an operator may do through Hawtio stands in {@code jolokia-access.xml}.
 */
package io.hcpnbridge.operate;
