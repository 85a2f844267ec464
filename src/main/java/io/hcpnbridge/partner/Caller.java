package io.hcpnbridge.partner;

/** In whose name a call is signed: the partner account's or one customer's. */
public enum Caller {
    PARTNER,
    CUSTOMER
}
