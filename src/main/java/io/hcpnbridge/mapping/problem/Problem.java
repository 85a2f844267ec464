package io.hcpnbridge.mapping.problem;

import io.hcpnbridge.text.Words;

/**
 * Why a line of an ERP file is refused.
 *
 * @param line number of the line, from 1; 0 when it is about the file as a whole
 * @param field name in the format, empty when it is about the whole line
 * @param value what stands there, at most 60 characters, control characters and broken bytes escaped
 * @param rule what was expected, e.g. "must have 8 digits yyyyMMdd"
 */
public record Problem(long line, String field, String value, Words rule) {}
