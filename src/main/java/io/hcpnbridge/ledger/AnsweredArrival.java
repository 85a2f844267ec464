package io.hcpnbridge.ledger;

import java.time.Instant;

/**
 * A file or message whose answer was delivered.
 *
 * @param edition 1 for its first answer
 * @param traceParent the trace that the message belongs to (W3C Trace Context); null: none
 * @param receivedAt when it was taken in
 * @param deliveredBefore when an earlier answer to the same content was delivered last; null if none was
 */
public record AnsweredArrival(
        long id,
        long batch,
        String channel,
        int edition,
        String traceParent,
        Instant arrivedAt,
        Instant receivedAt,
        Instant answeredAt,
        Instant deliveredAt,
        Instant deliveredBefore) {}
