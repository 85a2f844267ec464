package io.hcpnbridge.ledger;

import java.time.Duration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Links that can no longer be used, with their sessions and the requests they have answered. */
@Repository
public class AgedSignOns implements Aged {
    private final JdbcClient jdbc;

    AgedSignOns(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    @Transactional
    public Step delete(Place after, Duration age, int most) {
        return Oldest.delete(jdbc, "sign_on_link", "expires_at", after, age, most);
    }
}
