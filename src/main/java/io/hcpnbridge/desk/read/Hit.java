package io.hcpnbridge.desk.read;

import java.time.Instant;

/**
 * A document that was found.
 *
 * @param by what was found in it: {@code document}, {@code file}, {@code batch}, {@code customer}, {@code thing} such as an order,
 *     {@code request} or {@code code}
 */
public record Hit(DocumentKey key, String state, Instant changedAt, String by) {}
