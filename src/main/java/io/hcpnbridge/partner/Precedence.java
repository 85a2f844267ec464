package io.hcpnbridge.partner;

/** Which of several calls that wait for the same quota goes first. */
public enum Precedence {
    /** Somebody waits for it. */
    MESSAGE,
    /** Changes something. */
    WRITE,
    READ,
    /** Nobody has asked for it. */
    PULL
}
