package io.hcpnbridge.ledger;

import java.time.Duration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** By which names of files and messages batches came, and names that were refused. */
@Repository
public class AgedArrivals implements Aged {
    private final JdbcClient jdbc;

    AgedArrivals(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    @Transactional
    public Step delete(Place after, Duration age, int most) {
        var step = Oldest.delete(jdbc, Oldest.of("arrival", "delivered_at"), after, age, most, this::drop);
        return step.last() == null ? new Step(null, dropRefusedNames(age)) : step;
    }

    private int drop(Long[] arrivals) {
        return jdbc.sql(
                        """
                        delete from arrival using batch
                        where arrival.id = any (?) and batch.id = arrival.batch_id and %s
                        """
                                .formatted(Oldest.BATCH_IS_CLOSED))
                .param(arrivals)
                .update();
    }

    /** There are few of them; what still lies there is told once more. */
    private int dropRefusedNames(Duration age) {
        return jdbc.sql("delete from refused_name where seen_at < now() - ? * interval '1 millisecond'")
                .param(age.toMillis())
                .update();
    }
}
