package io.hcpnbridge.ledger;

/** Why a batch was refused: one broken rule in one field of one line (0 = the file as a whole). */
public record BatchProblem(long line, String field, String value, String rule) {}
