package io.hcpnbridge.mapping.definition;

/** The trailer field {@code trailer} must be the sum of the field {@code sumOf} over all records. */
public record ControlTotal(String trailer, String sumOf) {}
