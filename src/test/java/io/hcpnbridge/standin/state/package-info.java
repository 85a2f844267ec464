/**
 * What the stand-in knows: partners, customers, keys, orders and resources, once for both generations. Guarded by the
 * monitor of {@link io.hcpnbridge.standin.state.PartnerState}. Knows no wire and no endpoint.
 */
package io.hcpnbridge.standin.state;
