package io.hcpnbridge.desk.read;

import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The periods of pulls. */
@Repository
public class PeriodQuery {
    private static final int MOST = 200;

    private final JdbcClient jdbc;

    PeriodQuery(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A period of a pull for a tenant.
     *
     * @param state {@code SKIPPED}, {@code PLANNED}, {@code TAKEN}, {@code DONE}, {@code REFUSED} or {@code FAILED}
     * @param attempt counts from 1
     * @param batch of the last attempt; null if there was none
     */
    public record Period(
            String pull,
            String tenant,
            String period,
            String state,
            int attempt,
            Long batch,
            Instant endsAt,
            Instant changedAt) {
        /** Whether it can be pulled once more. */
        public boolean ended() {
            return List.of("DONE", "REFUSED", "FAILED").contains(state);
        }
    }

    /** The latest first. */
    public List<Period> latest() {
        return jdbc.sql("select * from pull_period where ends_at <= now() order by ends_at desc, pull, tenant limit ?")
                .param(MOST)
                .query((row, number) -> new Period(
                        row.getString("pull"),
                        row.getString("tenant"),
                        row.getString("period"),
                        row.getString("state"),
                        row.getInt("attempt"),
                        row.getObject("batch_id", Long.class),
                        Rows.instant(row, "ends_at"),
                        Rows.instant(row, "changed_at")))
                .list();
    }
}
