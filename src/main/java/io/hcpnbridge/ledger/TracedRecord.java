package io.hcpnbridge.ledger;

import java.time.Duration;
import java.time.Instant;

/**
 * A record as its trace tells of it.
 *
 * @param position in its batch
 * @param first whether it came with this batch first
 */
public record TracedRecord(
        long id,
        int position,
        String tenant,
        String interfaceName,
        String document,
        String state,
        String code,
        String generation,
        boolean first) {

    /**
     * A call about it.
     *
     * @param took null if nobody has heard its answer
     * @param verdict likewise
     * @param status of HTTP; null if no answer came
     * @param requestId the partner's
     */
    public record Call(
            long record,
            long attempt,
            String api,
            String endpoint,
            String generation,
            String effect,
            Instant openedAt,
            Duration took,
            String verdict,
            Integer status,
            String requestId) {}
}
