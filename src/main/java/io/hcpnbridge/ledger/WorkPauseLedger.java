package io.hcpnbridge.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What operators have paused, by {@code pause_work} and {@code pause_batch} of the ledger. The ledger itself lets nothing be claimed and no call begin. */
@Repository
public class WorkPauseLedger {
    private final JdbcClient jdbc;

    WorkPauseLedger(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The pauses that hold now, the oldest first. */
    public List<WorkPause> inForce() {
        return jdbc.sql(
                        """
                        select id, tenant, interface, batch_id, set_by, reason, set_at, until from work_pause
                        where ended_at is null and (until is null or until > now()) order by id
                        """)
                .query((row, number) -> new WorkPause(
                        row.getLong("id"),
                        new Lane(row.getString("tenant"), row.getString("interface")),
                        row.getObject("batch_id", Long.class),
                        row.getString("set_by"),
                        row.getString("reason"),
                        instant(row, "set_at"),
                        instant(row, "until")))
                .list();
    }

    /** Who has ended a pause, and why; empty if its time was over. */
    public Optional<String> endOf(long id) {
        return jdbc.sql("select ended_by || ': ' || end_reason from work_pause where id = ? and ended_at is not null")
                .param(id)
                .query(String.class)
                .optional();
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        var time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}
