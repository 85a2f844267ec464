package io.hcpnbridge.ledger;

/**
 * A call as it is about to be sent.
 *
 * @param endpoint method and path, without query
 * @param bodyHash hex SHA-256 of the exact body bytes
 */
public record AttemptIntent(String api, String endpoint, String generation, boolean write, String bodyHash) {}
