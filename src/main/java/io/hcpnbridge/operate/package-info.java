/**
 * The operator's way in: logins, what may be seen and done over HTTP and JMX, Hawtio, the orderly stop. Knows
 * {@code door}.
 *
 * <p>What an operator may do through Hawtio stands in {@code jolokia-access.xml}.
 */
package io.hcpnbridge.operate;
