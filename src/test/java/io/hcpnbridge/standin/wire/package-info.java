/** HTTP/1.1 on a plain socket, so that requests are seen as sent and connections can break in every way. Knows nobody. */
package io.hcpnbridge.standin.wire;
