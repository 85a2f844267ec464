package io.hcpnbridge.desk.read;

import io.hcpnbridge.text.Words;
import java.time.Instant;

/**
 * A document that a person may have to look at.
 *
 * @param state as the ledger has it
 * @param since when it came into this state
 * @param text why, in both languages
 * @param left whether nothing goes on until a person decides
 */
public record OpenDocument(DocumentKey key, String state, Instant since, String code, Words text, boolean left) {}
