/**
 * Interfaces told to people: what their definitions say, as the tables of their pages. May know {@code mapping.definition} and
 * {@code mapping.format}.
 */
package io.hcpnbridge.describe;
