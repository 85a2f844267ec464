package io.hcpnbridge.partner;

/** What a call does at the partner: a read may be repeated, a write never blindly. */
public enum Effect {
    READ,
    WRITE
}
