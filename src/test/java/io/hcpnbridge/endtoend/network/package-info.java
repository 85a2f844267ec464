/** What the adapter opens on the network. */
package io.hcpnbridge.endtoend.network;
