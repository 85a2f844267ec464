package io.hcpnbridge.ledger;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * One canonical row of an answer.
 *
 * @param key unique within its record; a later row with the same key replaces the earlier in its place
 * @param kind the name of its line in the ERP's format
 */
public record ResultRow(String key, String kind, ObjectNode content) {}
