/**
 * The operator's way in: logins, what may be seen and done over HTTP, JMX and Hawtio.
 *
 * <p>What an operator may do through Hawtio stands in {@code jolokia-access.xml}.
 */
@Knows({"config", "door", "secret"})
package io.hcpnbridge.operate;

import io.hcpnbridge.law.Knows;
