package io.hcpnbridge.desk.read;

import java.time.Instant;

/**
 * A value that old and new endpoints tell differently, and that nobody has explained.
 *
 * @param kind of row; {@code result} for what is told once of a document
 * @param row its key; empty for the result
 * @param field column; {@code *} for a row that only one of them tells
 * @param answeredBy the generation that has answered the ERP
 * @param answered what the ERP was told; null: nothing, or not shown to this login
 * @param shadowed what the other generation tells
 */
public record FoundDifference(
        DocumentKey document,
        Instant at,
        String kind,
        String row,
        String field,
        String answeredBy,
        String answered,
        String shadowed) {}
