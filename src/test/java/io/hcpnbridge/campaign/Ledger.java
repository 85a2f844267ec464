package io.hcpnbridge.campaign;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the ledger tells in the end. */
final class Ledger {
    /** States that nothing follows, for SQL. */
    static final String FINAL = "'OK', 'PARTIAL', 'REFUSED', 'FAILED', 'IN_DOUBT'";

    private final List<Row> records;
    private final Map<String, List<Attempt>> attempts;
    private final JdbcClient ledger;

    /** A record. */
    record Row(long id, String document, String state, String code, Instant changed) {}

    /**
     * A call.
     *
     * @param closed null if nobody noted its outcome; {@code verdict} then, too
     * @param disproved whether the partner's reads have proven that it was not placed
     */
    record Attempt(
            long recordId,
            String document,
            String node,
            String api,
            String effect,
            Instant opened,
            Instant closed,
            String verdict,
            boolean known,
            boolean disproved) {
        boolean isRenewal() {
            return api.startsWith("renew-resources");
        }

        boolean isWrite() {
            return effect.equals("WRITE");
        }

        /** Whether it may have been on its way then. */
        boolean isOpenAt(Instant at) {
            return opened.isBefore(at.plusMillis(500)) && (closed == null || closed.isAfter(at.minusMillis(500)));
        }
    }

    private Ledger(JdbcClient ledger) {
        this.ledger = ledger;
        this.records = ledger.sql("select id, document, state, code, changed_at from record order by id")
                .query((row, n) ->
                        new Row(row.getLong(1), row.getString(2), row.getString(3), row.getString(4), instant(row, 5)))
                .list();
        this.attempts = ledger
                .sql(
                        """
                        select record_id, document, node, api, effect, opened_at, closed_at, verdict, coalesce(outcome_known, false),
                            exists (select 1 from doubt d where d.attempt_id = a.id and d.verdict = 'NOT_PLACED' and d.closed_at is not null)
                        from attempt a join record r on r.id = a.record_id left join attempt_outcome o on o.attempt_id = a.id
                        order by a.id\
                        """)
                .query((row, n) -> new Attempt(
                        row.getLong(1),
                        row.getString(2),
                        row.getString(3),
                        row.getString(4),
                        row.getString(5),
                        instant(row, 6),
                        instant(row, 7),
                        row.getString(8),
                        row.getBoolean(9),
                        row.getBoolean(10)))
                .list()
                .stream()
                .collect(Collectors.groupingBy(Attempt::document));
    }

    static Ledger read(JdbcClient ledger) {
        return new Ledger(ledger);
    }

    List<Row> records() {
        return records;
    }

    List<Row> records(String document) {
        return records.stream().filter(row -> row.document().equals(document)).toList();
    }

    /** In the order they were begun. */
    List<Attempt> attempts(String document) {
        return attempts.getOrDefault(document, List.of());
    }

    List<Attempt> attempts() {
        return attempts.values().stream().flatMap(List::stream).toList();
    }

    int count(String query) {
        return ledger.sql(query).query(Integer.class).single();
    }

    private static Instant instant(ResultSet row, int column) throws SQLException {
        Timestamp time = row.getTimestamp(column);
        return time == null ? null : time.toInstant();
    }
}
