package io.hcpnbridge.ledger;

import java.time.Duration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Links that can no longer be used, with their sessions and the requests they have answered. */
@Repository
public class AgedSignOns implements Aged {
    private static final String OLDEST =
            """
            select expires_at as at, id from sign_on_link
            where expires_at < now() - :age * interval '1 millisecond' and (expires_at, id) > (:at, :id)
            order by expires_at, id limit :most for update skip locked
            """;

    private final JdbcClient jdbc;

    AgedSignOns(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    @Transactional
    public Step delete(Place after, Duration age, int most) {
        return Oldest.delete(
                jdbc, OLDEST, after, age, most, links -> jdbc.sql("delete from sign_on_link where id = any (?)")
                        .param(links)
                        .update());
    }
}
