package io.hcpnbridge.operate;

/** What a login may do. */
enum Role {
    /** Hawtio, and everything that {@link #MONITOR} may. */
    OPERATOR,
    /** Reading health, info and metrics, with HTTP basic only. */
    MONITOR
}
