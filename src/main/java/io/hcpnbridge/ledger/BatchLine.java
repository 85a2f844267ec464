package io.hcpnbridge.ledger;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * A record of a batch as taken in.
 *
 * @param position counts the batch's records from 1
 * @param line its line in the file
 * @param contentHash hex SHA-256 of the canonical content: the same document with other content is a conflict
 * @param callGroup equal for lines of the batch that go into one call together, null for all others
 */
public record BatchLine(
        int position, long line, String document, String contentHash, String callGroup, ObjectNode content) {}
