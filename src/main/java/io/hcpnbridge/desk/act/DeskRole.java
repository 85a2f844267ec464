package io.hcpnbridge.desk.act;

/** What a login may do at the desk; each may also do what those before it may. */
public enum DeskRole {
    /** Sees everything but what tells of a person. */
    VIEWER,
    /** Pauses work, has the partner asked again, lets parked documents go on; sees everything. */
    OPERATOR,
    /** Says what became of a write in doubt. */
    ADMINISTRATOR
}
