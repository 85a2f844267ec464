/**
 * The definition of an interface: what {@code interface.yaml} and the types, frames and kinds of files in {@code mappings/shared/} say,
 * and what follows from it: the layout of files, the schemas of records and of answers.
 */
@Knows({"json", "mapping.format", "mapping.problem", "text"})
package io.hcpnbridge.mapping.definition;

import io.hcpnbridge.law.Knows;
