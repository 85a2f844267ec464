/**
 * The operator's way in: logins, what may be seen and done over HTTP and JMX, Hawtio, the orderly stop.
 *
 * <p>What an operator may do through Hawtio stands in {@code jolokia-access.xml}.
 */
@Knows({"config", "door", "secret"})
package io.hcpnbridge.operate;

import io.hcpnbridge.law.Knows;
