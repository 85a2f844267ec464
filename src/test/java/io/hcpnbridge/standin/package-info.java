/**
 * Stand-in for the signed Huawei Cloud partner API: the old and the new order endpoints over one state, for tests and the
 * rehearsal. Knows nothing of the adapter; checks its requests with the official SDK's signer.
 */
package io.hcpnbridge.standin;
