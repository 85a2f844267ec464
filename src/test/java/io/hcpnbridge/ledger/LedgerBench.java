package io.hcpnbridge.ledger;

import io.hcpnbridge.json.ExactJson;
import io.hcpnbridge.rehearsal.LedgerDatabase;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A ledger on a real PostgreSQL, with due records of one lane. */
final class LedgerBench {
    static final Lane LANE = new Lane("acme", "orders.list");
    static final Duration LEASE = Duration.ofMinutes(1);

    final RecordLedger records;
    final AttemptLedger attempts;
    final JdbcClient jdbc;

    LedgerBench(int due) {
        var database = LedgerDatabase.migrated();
        var context = new AnnotationConfigApplicationContext();
        context.registerBean(DataSource.class, database::dataSource);
        context.register(LedgerTest.LedgerConfiguration.class);
        context.refresh();
        records = context.getBean(RecordLedger.class);
        attempts = context.getBean(AttemptLedger.class);
        jdbc = context.getBean(JdbcClient.class);
        Replicas.alive(jdbc, "n");
        var batches = context.getBean(BatchLedger.class);
        var batch = batches.open("orders.list", "file", "h", "v");
        for (var i = 1; i <= due; i++) {
            var content = ExactJson.mapper().createObjectNode().put("document", "D" + i);
            batches.addLines(
                    batch,
                    "acme",
                    "orders.list",
                    List.of(new BatchLine(i, i + 1, "D" + i, "h" + i, null, content)),
                    Set.of());
        }
        batches.accept(batch, "acme");
    }

    ClaimedRecord claim() {
        return records.claim(List.of(LANE), 1, "n", LEASE).get(0);
    }

    String state(ClaimedRecord record) {
        return jdbc.sql("select state from record where id = ?")
                .param(record.id())
                .query(String.class)
                .single();
    }
}
