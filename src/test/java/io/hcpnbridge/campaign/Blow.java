package io.hcpnbridge.campaign;

import io.hcpnbridge.campaign.Ledger.Attempt;

/** What is done to an adapter, or to what it needs. */
enum Blow {
    /** SIGKILL. */
    KILL(true),
    /** SIGSTOP, and SIGCONT later. */
    FREEZE(true),
    /** SIGTERM. */
    TERMINATE(false),
    /** One replica no longer reaches the database. */
    CUT_OFF(true),
    /** The database stops at once, as by a crash ({@code pg_ctl stop -m immediate}), and is back later. */
    STOP_DATABASE(true),
    /** The database ends every session. */
    CUT_SESSIONS(true),
    /** The database takes no changes for a while. */
    READ_ONLY_DATABASE(true),
    /** The database's disc is full for a while. */
    FULL_DATABASE(true),
    /** The broker stops and is back later, with its messages. */
    STOP_BROKER(false),
    /** The broker's disc is full for a while: it takes no messages. */
    FULL_BROKER(false),
    /** All connections to the SFTP server break after some bytes. */
    BREAK_SFTP(false),
    /** The SFTP server is away. */
    STOP_SFTP(false),
    /** The SFTP server is slow. */
    SLOW_SFTP(false),
    /** The SFTP server lets only one connection in. */
    FEW_LOGINS(false),
    /** Files get another name just before they are taken. */
    RENAMED_FILES(false),
    /** The SFTP server's disc is full. */
    FULL_DISC(false),
    /** Nothing can be changed at the SFTP server. */
    READ_ONLY_DISC(false);

    private final boolean hidesAnswers;

    Blow(boolean hidesAnswers) {
        this.hidesAnswers = hidesAnswers;
    }

    /** Whether processes no longer reach their ledger, or cannot write there. */
    boolean isOfDatabase() {
        return hidesAnswers && this != KILL && this != FREEZE;
    }

    /** Whether it is the reason why nobody knows what became of a write: it was on its way, and its answer was not heard or not noted. */
    boolean leavesDoubt(Attempt attempt, Incident incident) {
        return this == KILL
                ? attempt.closed() == null
                : hidesAnswers && !attempt.known() && attempt.isOpenBetween(incident.at(), incident.until());
    }
}
