package io.hcpnbridge.campaign;

/** What is done to an adapter, or to all. */
enum Blow {
    /** SIGKILL. */
    KILL,
    /** SIGSTOP, and SIGCONT half a minute later. */
    FREEZE,
    /** SIGTERM. */
    TERMINATE,
    /** The database stops at once, as by a crash ({@code pg_ctl stop -m immediate}), and is back some seconds later. */
    STOP_DATABASE,
    /** The database ends every session. */
    CUT_SESSIONS
}
