package io.hcpnbridge.desk.read;

import io.hcpnbridge.text.Words;
import java.time.Instant;

/**
 * A document that was selected.
 *
 * @param since when it came into its state
 * @param text why, in both languages
 */
public record Selected(DocumentKey key, String state, Instant since, String code, Words text) {}
