package io.hcpnbridge.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What the ledger knows of the way of an answered file or message, for traces. */
@Repository
public class TraceLedger {
    private final JdbcClient jdbc;

    TraceLedger(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Empty if it is not there any more, or was refused as a whole. */
    public Optional<AnsweredArrival> arrival(long id) {
        return jdbc.sql(
                        """
                        select arrival.id, batch_id, channel, arrival.edition, trace_parent, arrived_at, received_at, answered_at, delivered_at,
                            (select max(delivered_at) from arrival earlier
                                where earlier.batch_id = batch.id and earlier.id < arrival.id) as delivered_before
                        from arrival join batch on batch.id = batch_id
                        where arrival.id = ? and verdict = 'ACCEPTED' and delivered_at is not null
                        """)
                .param(id)
                .query((row, number) -> new AnsweredArrival(
                        row.getLong("id"),
                        row.getLong("batch_id"),
                        row.getString("channel"),
                        row.getInt("edition"),
                        row.getString("trace_parent"),
                        instant(row, "arrived_at"),
                        instant(row, "received_at"),
                        instant(row, "answered_at"),
                        instant(row, "delivered_at"),
                        instant(row, "delivered_before")))
                .optional();
    }

    /** Records of a batch behind a position, in their order. */
    public List<TracedRecord> records(long batch, int after, int most) {
        return jdbc.sql(
                        """
                        select record.id, position, tenant, interface, document, state, code, generation, first_batch_id = :batch as first
                        from batch_record join record on record.id = record_id
                        where batch_id = :batch and position > :after and not conflict order by position limit :most
                        """)
                .param("batch", batch)
                .param("after", after)
                .param("most", most)
                .query((row, number) -> new TracedRecord(
                        row.getLong("id"),
                        row.getInt("position"),
                        row.getString("tenant"),
                        row.getString("interface"),
                        row.getString("document"),
                        row.getString("state"),
                        row.getString("code"),
                        row.getString("generation"),
                        row.getBoolean("first")))
                .list();
    }

    /** Calls about these records that were begun after a time, in their order. */
    public List<TracedRecord.Call> calls(Collection<Long> records, Instant after) {
        return jdbc.sql(
                        """
                        select record_id, attempt.id, api, endpoint, generation, effect, opened_at, duration_ms, verdict, http_status, request_id
                        from attempt left join attempt_outcome on attempt_id = attempt.id
                        where record_id = any (:records) and opened_at > :after order by attempt.id
                        """)
                .param("records", records.toArray(Long[]::new))
                .param("after", OffsetDateTime.ofInstant(after, ZoneOffset.UTC))
                .query((row, number) -> new TracedRecord.Call(
                        row.getLong("record_id"),
                        row.getLong("id"),
                        row.getString("api"),
                        row.getString("endpoint"),
                        row.getString("generation"),
                        row.getString("effect"),
                        instant(row, "opened_at"),
                        row.getString("verdict") == null ? null : Duration.ofMillis(row.getLong("duration_ms")),
                        row.getString("verdict"),
                        row.getObject("http_status", Integer.class),
                        row.getString("request_id")))
                .list();
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        var time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}
