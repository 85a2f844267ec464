/**
 * Interfaces told to people: what their definitions say, as the tables of their pages.
 */
@Knows({"json", "mapping", "mapping.definition", "mapping.format", "text"})
package io.hcpnbridge.describe;

import io.hcpnbridge.law.Knows;
