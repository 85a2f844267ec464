package io.hcpnbridge.ledger;

import java.time.Duration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** What the partner has told of bound accounts. */
@Repository
public class AgedBindings implements Aged {
    private final JdbcClient jdbc;

    AgedBindings(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    @Transactional
    public Step delete(Place after, Duration age, int most) {
        return Oldest.delete(jdbc, "binding_notice", "received_at", after, age, most);
    }
}
