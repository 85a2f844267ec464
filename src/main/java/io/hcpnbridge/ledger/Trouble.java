package io.hcpnbridge.ledger;

import io.hcpnbridge.text.Words;

/**
 * What a call ran into, or why it could not be made.
 *
 * @param text may be null
 */
public record Trouble(String code, Words text) {}
