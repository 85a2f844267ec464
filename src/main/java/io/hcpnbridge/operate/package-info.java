/**
 * The operator's door: logins, what may be seen and done over HTTP and JMX, Hawtio, the probes, the orderly stop. Knows no
 * other part.
 *
 * <p>What an operator may do through Hawtio stands in {@code jolokia-access.xml}.
 */
package io.hcpnbridge.operate;
