package io.hcpnbridge.ledger;

import java.time.Duration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Events that the broker has. The list that the next one is compared with is no event, and stays. */
@Repository
public class AgedEvents implements Aged {
    private static final String OLDEST =
            """
            select sent_at as at, id from event
            where sent_at < now() - :age * interval '1 millisecond' and (sent_at, id) > (:at, :id)
            order by sent_at, id limit :most for update skip locked
            """;

    private final JdbcClient jdbc;

    AgedEvents(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    @Transactional
    public Step delete(Place after, Duration age, int most) {
        return Oldest.delete(jdbc, OLDEST, after, age, most, events -> jdbc.sql("delete from event where id = any (?)")
                .param(events)
                .update());
    }
}
