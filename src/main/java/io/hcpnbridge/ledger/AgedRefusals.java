package io.hcpnbridge.ledger;

import java.time.Duration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Refused batches: what was wrong with them and what was answered. Nothing else is known of them, so nothing stays. */
@Repository
public class AgedRefusals implements Aged {
    private final JdbcClient jdbc;

    AgedRefusals(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    @Transactional
    public Step delete(Place after, Duration age, int most) {
        return Oldest.delete(jdbc, AgedAnswers.oldest("REFUSED"), after, age, most, this::drop);
    }

    /** A period of a pull goes on naming its batch. */
    private int drop(Long[] batches) {
        var dropped = AgedAnswers.drop(jdbc, batches);
        jdbc.sql("delete from batch_problem where batch_id = any (?)")
                .param(dropped)
                .update();
        jdbc.sql("delete from arrival where batch_id = any (?)").param(dropped).update();
        jdbc.sql(
                        """
                        delete from batch where id = any (?) and not exists (select 1 from pull_period where batch_id = batch.id)
                        """)
                .param(dropped)
                .update();
        return dropped.length;
    }
}
