package io.hcpnbridge.ledger;

import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The rows of a call: its intent and its outcome, each with what is kept of it, in one statement. */
final class AttemptRows {
    private final JdbcClient jdbc;

    AttemptRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * @param first attempt of the same call, with which is kept what is sent; null if it is this one
     * @return the attempt's id
     */
    long open(ClaimedRecord record, AttemptIntent intent, UUID token, String replica, Long first) {
        return jdbc.sql(
                        """
                        with opened as (
                            insert into attempt (record_id, claim, node, api, endpoint, generation, effect, body_hash, token)
                            select :record, :claim, node, :api, :endpoint, :generation, :effect, :hash, :token
                            from replica where name = :replica returning id),
                        sent as (%s)
                        select id from opened
                        """
                                .formatted(ExchangeLedger.SENT))
                .params(ExchangeLedger.sent(intent.sent(), first))
                .param("record", record.id())
                .param("claim", record.claim())
                .param("replica", replica)
                .param("api", intent.api())
                .param("endpoint", intent.endpoint())
                .param("generation", intent.generation())
                .param("effect", intent.write() ? "WRITE" : "READ")
                .param("hash", intent.bodyHash())
                .param("token", token)
                .query(Long.class)
                .single();
    }

    /**
     * The partner's yes or no ends the strikes of the record's lane, if its pause is over.
     *
     * @return the state the record is in; empty if there is no such attempt under its claim
     */
    Optional<RecordState> close(long attempt, AttemptOutcome outcome, ClaimedRecord record) {
        return jdbc.sql(
                        """
                        with call as (select * from attempt where id = :attempt and record_id = :record and claim = :claim),
                        outcome as (
                            insert into attempt_outcome
                                (attempt_id, verdict, outcome_known, http_status, code, text, request_id, duration_ms)
                            select id, :verdict, :known, :status, :code, :text, :request,
                                extract(epoch from clock_timestamp() - opened_at) * 1000
                            from call),
                        received as (%s),
                        lifted as (
                            delete from pause where :verdict in ('success', 'refused') and tenant = :tenant and scope = :lane and until <= now())
                        select record.state from call join record on record.id = call.record_id
                        """
                                .formatted(ExchangeLedger.RECEIVED))
                .params(ExchangeLedger.received(outcome))
                .param("attempt", attempt)
                .param("record", record.id())
                .param("claim", record.claim())
                .param("tenant", record.tenant())
                .param("lane", PauseLedger.lane(record.interfaceName()))
                .param("verdict", outcome.verdict())
                .param("known", outcome.placement() != Placement.UNKNOWN)
                .param("status", outcome.httpStatus())
                .param("code", outcome.code())
                .param("text", outcome.text() == null ? null : outcome.text().en())
                .param("request", outcome.requestId())
                .query(String.class)
                .optional()
                .map(RecordState::valueOf);
    }
}
