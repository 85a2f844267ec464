/** No library is shipped of which something bad is publicly known that nothing here closes. */
package io.hcpnbridge.libraries;
