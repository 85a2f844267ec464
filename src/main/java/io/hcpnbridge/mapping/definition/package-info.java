/**
 * The definition of an interface: what {@code interface.yaml} and the types, frames and kinds of files in {@code mappings/shared/} say,
 * and what follows from it: the layout of files, the schemas of records and of answers. May know {@code io.hcpnbridge.json},
 * {@code mapping.format} and the exceptions of {@code io.hcpnbridge.mapping}.
 */
package io.hcpnbridge.mapping.definition;
