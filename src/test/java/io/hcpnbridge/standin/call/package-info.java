/** A call on its way through the stand-in: which API, decoded request, who calls, how it is refused. Knows wire and state. */
package io.hcpnbridge.standin.call;
