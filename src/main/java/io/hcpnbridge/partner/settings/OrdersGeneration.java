package io.hcpnbridge.partner.settings;

/** Which order endpoints to use: by content, only the old, only the new. */
public enum OrdersGeneration {
    AUTO,
    OLD,
    NEW
}
