package io.hcpnbridge.mapping.definition;

/** The answer carries, per value of {@code by}, the exact sum of {@code field} over the rows of kind {@code row}. */
public record AnswerSum(String row, String field, String by) {}
