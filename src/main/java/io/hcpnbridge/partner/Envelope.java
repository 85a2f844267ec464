package io.hcpnbridge.partner;

/** How an endpoint tells success (orders API, envelope): OLD by HTTP 200 and {@code error_code}, NEW by the status. */
public enum Envelope {
    OLD,
    NEW
}
