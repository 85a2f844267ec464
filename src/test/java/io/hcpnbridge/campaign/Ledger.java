package io.hcpnbridge.campaign;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the ledger tells in the end. */
final class Ledger {
    /** States that nothing follows, for SQL. */
    static final String FINAL = "'OK', 'PARTIAL', 'REFUSED', 'FAILED', 'IN_DOUBT'";

    private final List<Row> records;
    private final Map<String, List<Row>> byDocument;
    private final Map<String, List<Attempt>> attempts;
    private final List<Doubt> doubts;
    private final JdbcClient ledger;

    private static final Set<String> ONCE = Set.of(
            "renew-resources-old",
            "renew-resources-new",
            "create-customer",
            "realname-individual",
            "realname-enterprise",
            "realname-change");

    /** A record. */
    record Row(long id, String document, String state, String code, Instant changed) {}

    /**
     * A call.
     *
     * @param closed null if nobody noted its outcome; {@code verdict} then, too
     * @param disproved whether the partner's reads have proven that it was not placed
     */
    record Attempt(
            long id,
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
        /** Whether it must not be repeated; setting what happens at expiry may be. */
        boolean isOnce() {
            return effect.equals("WRITE") && ONCE.contains(api);
        }

        /** Whether it may have been on its way in that time. */
        boolean isOpenBetween(Instant from, Instant until) {
            return opened.isBefore(until.plusMillis(500)) && (closed == null || closed.isAfter(from.minusMillis(500)));
        }
    }

    /** A write in doubt; closed by whom, if it is. */
    record Doubt(
            String document,
            long attempt,
            Instant opened,
            Instant closed,
            String verdict,
            String decidedBy,
            boolean left) {
        boolean isResolvedByPartner() {
            return closed != null && decidedBy == null;
        }
    }

    private Ledger(JdbcClient ledger) {
        this.ledger = ledger;
        this.records = ledger.sql("select id, document, state, code, changed_at from record order by id")
                .query((row, n) ->
                        new Row(row.getLong(1), row.getString(2), row.getString(3), row.getString(4), instant(row, 5)))
                .list();
        this.byDocument = records.stream().collect(Collectors.groupingBy(Row::document));
        this.doubts = ledger.sql(
                        """
                        select document, attempt_id, doubt.opened_at, closed_at, verdict, decided_by, left_at is not null
                        from doubt join record r on r.id = doubt.record_id order by doubt.id\
                        """)
                .query((row, n) -> new Doubt(
                        row.getString(1),
                        row.getLong(2),
                        instant(row, 3),
                        instant(row, 4),
                        row.getString(5),
                        row.getString(6),
                        row.getBoolean(7)))
                .list();
        this.attempts = ledger
                .sql(
                        """
                        select a.id, record_id, document, node, api, effect, opened_at, closed_at, verdict, coalesce(outcome_known, false),
                            exists (select 1 from doubt d where d.attempt_id = a.id and d.verdict = 'NOT_PLACED' and d.closed_at is not null)
                        from attempt a join record r on r.id = a.record_id left join attempt_outcome o on o.attempt_id = a.id
                        order by a.id\
                        """)
                .query((row, n) -> new Attempt(
                        row.getLong(1),
                        row.getLong(2),
                        row.getString(3),
                        row.getString(4),
                        row.getString(5),
                        row.getString(6),
                        instant(row, 7),
                        instant(row, 8),
                        row.getString(9),
                        row.getBoolean(10),
                        row.getBoolean(11)))
                .list()
                .stream()
                .collect(Collectors.groupingBy(Attempt::document));
    }

    /** How large the ledger is: records without an end, and rows of all tables for each record. */
    record Size(long openRecords, double rowsPerRecord) {
        static Size of(JdbcClient ledger) {
            var rows = Stream.of(
                            "batch",
                            "arrival",
                            "batch_record",
                            "attempt",
                            "attempt_outcome",
                            "result_row",
                            "answer_part",
                            "doubt",
                            "placement",
                            "lane_slot",
                            "pause",
                            "replica")
                    .mapToLong(table -> count(ledger, "select count(*) from " + table))
                    .sum();
            var records = count(ledger, "select count(*) from record");
            return new Size(
                    count(ledger, "select count(*) from record where state not in (" + FINAL + ")"),
                    records == 0 ? 0 : rows / (double) records);
        }

        private static long count(JdbcClient ledger, String query) {
            return ledger.sql(query).query(Long.class).single();
        }
    }

    static Ledger read(JdbcClient ledger) {
        return new Ledger(ledger);
    }

    List<Row> records() {
        return records;
    }

    List<Row> records(String document) {
        return byDocument.getOrDefault(document, List.of());
    }

    List<Doubt> doubts() {
        return doubts;
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
