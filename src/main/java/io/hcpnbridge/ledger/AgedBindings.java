package io.hcpnbridge.ledger;

import java.time.Duration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** What the partner has told of bound accounts. */
@Repository
public class AgedBindings implements Aged {
    private static final String OLDEST =
            """
            select received_at as at, id from binding_notice
            where received_at < now() - :age * interval '1 millisecond' and (received_at, id) > (:at, :id)
            order by received_at, id limit :most for update skip locked
            """;

    private final JdbcClient jdbc;

    AgedBindings(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    @Transactional
    public Step delete(Place after, Duration age, int most) {
        return Oldest.delete(
                jdbc, OLDEST, after, age, most, notices -> jdbc.sql("delete from binding_notice where id = any (?)")
                        .param(notices)
                        .update());
    }
}
