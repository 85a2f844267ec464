package io.hcpnbridge.ledger;

import java.time.Duration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Comparisons of both generations that have ended, with the values that differ. */
@Repository
public class AgedShadows implements Aged {
    /** They are numbered in the order of time. */
    private static final String OLDEST =
            """
            select ended_at as at, id from shadow_read
            where id > :id and ended_at < now() - :age * interval '1 millisecond'
            order by id limit :most for update skip locked
            """;

    private final JdbcClient jdbc;

    AgedShadows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    @Transactional
    public Step delete(Place after, Duration age, int most) {
        return Oldest.delete(
                jdbc, OLDEST, after, age, most, shadows -> jdbc.sql("delete from shadow_read where id = any (?)")
                        .param(shadows)
                        .update());
    }

    /** All that was compared of these records. */
    static void drop(JdbcClient jdbc, Long[] records) {
        jdbc.sql("delete from shadow_read where record_id = any (?)")
                .param(records)
                .update();
    }
}
