package io.hcpnbridge.rehearsal;

/** Whom the adapter talks to: everything that a network policy has to let out, besides questions to a name server. */
public enum Neighbour {
    SFTP,
    BROKER,
    DATABASE,
    PARTNER,
    IAM,
    /** If people log in with one. */
    IDENTITY_PROVIDER,
    /** Of traces, if there is one. */
    COLLECTOR
}
