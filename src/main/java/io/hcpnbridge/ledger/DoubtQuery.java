package io.hcpnbridge.ledger;

import io.hcpnbridge.json.ExactJson;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The open doubts of records. */
final class DoubtQuery {
    private final JdbcClient jdbc;

    DoubtQuery(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** By record. */
    Map<Long, Doubt> of(List<Long> records) {
        var found = new HashMap<Long, Doubt>();
        jdbc.sql(
                        """
                        select doubt.record_id, doubt.id, attempt.opened_at, attempt.api, rounds, proofs, evidence,
                            extract(epoch from now() - attempt.opened_at) * 1000 as age,
                            (select count(*) from doubt earlier where earlier.record_id = doubt.record_id and earlier.verdict = 'NOT_PLACED'
                                and earlier.closed_at is not null) as repeats,
                            verdict, decided_by, reason, answer::text as answer
                        from doubt join attempt on attempt.id = attempt_id
                        where doubt.record_id = any (?) and closed_at is null
                        """)
                .param(records.toArray(Long[]::new))
                .query((row, number) -> found.put(row.getLong("record_id"), doubt(row)))
                .list();
        return found;
    }

    private static Doubt doubt(ResultSet row) throws SQLException {
        return new Doubt(
                row.getLong("id"),
                row.getObject("opened_at", OffsetDateTime.class).toInstant(),
                Duration.ofMillis(Math.max(0, row.getLong("age"))),
                row.getString("api"),
                null,
                row.getInt("rounds"),
                row.getInt("proofs"),
                row.getString("evidence"),
                row.getInt("repeats"),
                decision(row));
    }

    private static Doubt.Decision decision(ResultSet row) throws SQLException {
        if (row.getString("decided_by") == null) {
            return null;
        }
        var answer = row.getString("answer");
        return new Doubt.Decision(
                Doubt.Verdict.valueOf(row.getString("verdict")),
                answer == null ? null : ExactJson.read(answer),
                row.getString("decided_by"),
                row.getString("reason"));
    }
}
