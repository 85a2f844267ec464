package io.hcpnbridge.mapping;

import io.hcpnbridge.text.Words;

/**
 * A rule of a JSON Schema that a document breaks.
 *
 * @param field path of the value, e.g. {@code periodNum} or {@code rows.0.amount}; empty for the document itself
 * @param value the offending value, at most 60 characters, escaped
 * @param rule what was expected
 */
public record Violation(String field, String value, Words rule) {}
