package io.hcpnbridge.partner;

/**
 * How an endpoint tells success (orders API, envelope): OLD by HTTP 200 and {@code error_code}, NEW by the status, BARE by HTTP 200
 * and the absence of an {@code error_code} (the old provisioning details).
 */
public enum Envelope {
    OLD,
    NEW,
    BARE
}
