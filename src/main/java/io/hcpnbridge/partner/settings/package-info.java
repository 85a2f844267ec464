/**
 * The {@code partner.*} settings: bound, checked and with their secrets read, before anything starts; keys that
 * stand in files are followed.
 */
@Knows({"config", "partner", "secret"})
package io.hcpnbridge.partner.settings;

import io.hcpnbridge.law.Knows;
