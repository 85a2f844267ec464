/**
 * The {@code partner.*} settings: bound, checked and with their secrets read, before anything starts; keys that
 * stand in files are followed. Knows the partner vocabulary and {@code secret}.
 */
package io.hcpnbridge.partner.settings;
