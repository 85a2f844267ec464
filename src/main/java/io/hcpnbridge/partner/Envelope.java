package io.hcpnbridge.partner;

/** How an endpoint tells success (orders API, envelope). */
public enum Envelope {
    /** HTTP 200 and {@code error_code} CBC.0000. */
    OLD,
    /** HTTP 200 and no {@code error_code}: the old provisioning details. */
    BARE,
    /** The status. */
    NEW
}
