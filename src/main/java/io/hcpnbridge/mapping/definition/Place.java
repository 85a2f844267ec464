package io.hcpnbridge.mapping.definition;

/**
 * Where something is defined.
 *
 * @param file of the interface's folder, {@code interface.yaml}, or {@code shared/records.yaml}
 * @param line from 1
 */
public record Place(String file, int line) {}
