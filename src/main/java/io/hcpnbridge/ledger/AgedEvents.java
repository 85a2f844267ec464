package io.hcpnbridge.ledger;

import java.time.Duration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Events that the broker has. The list that the next one is compared with is no event, and stays. */
@Repository
public class AgedEvents implements Aged {
    private final JdbcClient jdbc;

    AgedEvents(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    @Transactional
    public Step delete(Place after, Duration age, int most) {
        return Oldest.delete(jdbc, "event", "sent_at", after, age, most);
    }
}
