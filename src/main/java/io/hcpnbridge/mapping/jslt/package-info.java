/** JSLT mappings, compiled once, with exact decimals and time windows. Knows MappingException and JSON only. */
package io.hcpnbridge.mapping.jslt;
