/** JSLT mappings, compiled once, with exact decimals and time windows. */
@Knows({"json", "mapping.problem", "text"})
package io.hcpnbridge.mapping.jslt;

import io.hcpnbridge.law.Knows;
