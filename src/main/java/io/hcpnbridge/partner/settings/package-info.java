/**
 * The {@code partner.*} settings: bound, checked and with their secrets read, before anything starts. Knows the partner
 * vocabulary only.
 */
package io.hcpnbridge.partner.settings;
