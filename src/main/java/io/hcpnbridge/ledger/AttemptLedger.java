package io.hcpnbridge.ledger;

import java.time.Duration;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The append-only list of calls: the intent before a call is sent, its outcome afterwards. */
@Repository
public class AttemptLedger {
    private final JdbcClient jdbc;
    private final RecordLedger records;

    AttemptLedger(JdbcClient jdbc, RecordLedger records) {
        this.jdbc = jdbc;
        this.records = records;
    }

    /**
     * Commits that a call for several records is about to be sent, see {@link #open(ClaimedRecord, AttemptIntent, String, Duration)}.
     *
     * @return an attempt for each record
     */
    @Transactional
    public List<Long> open(List<ClaimedRecord> together, AttemptIntent intent, String node, Duration lease) {
        return together.stream()
                .map(record -> open(record, intent, node, lease))
                .toList();
    }

    /** Ends the step of all records of one call, each with its own conclusion: all or none. */
    @Transactional
    public void close(
            List<Long> attempts, AttemptOutcome outcome, List<ClaimedRecord> together, List<Conclusion> conclusions) {
        for (int i = 0; i < attempts.size(); i++) {
            close(attempts.get(i), outcome, together.get(i), conclusions.get(i));
        }
    }

    /**
     * Commits that a call is about to be sent and prolongs the claim. A write leaves the record {@link RecordState#SENT}.
     *
     * @return the attempt's id
     * @throws ClaimLostException if the record is no longer ours: the call must not be sent
     */
    @Transactional
    public long open(ClaimedRecord record, AttemptIntent intent, String node, Duration lease) {
        RecordLedger.requireClaim(
                record,
                jdbc.sql(
                                """
                                update record set state = :state, changed_at = now(),
                                    claimed_until = now() + :lease * interval '1 millisecond'
                                where id = :id and claim = :claim and state = 'CLAIMED' and claimed_until > now()
                                """)
                        .param("state", (intent.write() ? RecordState.SENT : RecordState.CLAIMED).name())
                        .param("lease", lease.toMillis())
                        .param("id", record.id())
                        .param("claim", record.claim())
                        .update());
        return jdbc.sql(
                        """
                        insert into attempt (record_id, claim, node, api, endpoint, generation, effect, body_hash)
                        values (:record, :claim, :node, :api, :endpoint, :generation, :effect, :hash) returning id
                        """)
                .param("record", record.id())
                .param("claim", record.claim())
                .param("node", node)
                .param("api", intent.api())
                .param("endpoint", intent.endpoint())
                .param("generation", intent.generation())
                .param("effect", intent.write() ? "WRITE" : "READ")
                .param("hash", intent.bodyHash())
                .query(Long.class)
                .single();
    }

    /** Appends the outcome of a call and ends the record's step with it, both or neither. */
    @Transactional
    public void close(long attempt, AttemptOutcome outcome, ClaimedRecord record, Conclusion conclusion) {
        jdbc.sql(
                        """
                        insert into attempt_outcome
                            (attempt_id, verdict, outcome_known, http_status, code, text, request_id, duration_ms)
                        select id, :verdict, :known, :status, :code, :text, :request,
                            extract(epoch from clock_timestamp() - opened_at) * 1000
                        from attempt where id = :attempt
                        """)
                .param("attempt", attempt)
                .param("verdict", outcome.verdict())
                .param("known", outcome.outcomeKnown())
                .param("status", outcome.httpStatus())
                .param("code", outcome.code())
                .param("text", outcome.text())
                .param("request", outcome.requestId())
                .update();
        records.conclude(record, conclusion);
    }
}
