package io.hcpnbridge.ledger;

import io.hcpnbridge.json.ExactJson;
import io.hcpnbridge.rehearsal.LedgerDatabase;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.EnableTransactionManagement;
import org.springframework.transaction.support.TransactionTemplate;

/** A ledger on a real PostgreSQL, with due records of one lane, for whoever works with it and is not put together by Spring. */
public final class LedgerBench implements AutoCloseable {
    static final Lane LANE = new Lane("acme", "orders.list");
    static final Duration LEASE = Duration.ofMinutes(1);

    final RecordLedger records;
    final AttemptLedger attempts;
    final JdbcClient jdbc;
    private final LedgerDatabase database = LedgerDatabase.migrated();
    private final AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();

    /** @param due records of one batch, to be worked on */
    public LedgerBench(int due) {
        context.registerBean(DataSource.class, database::dataSource);
        context.register(LedgerConfiguration.class);
        context.refresh();
        records = context.getBean(RecordLedger.class);
        attempts = context.getBean(AttemptLedger.class);
        jdbc = context.getBean(JdbcClient.class);
        Replicas.alive(jdbc, "n");
        if (due > 0) {
            takeIn(due);
        }
    }

    private void takeIn(int due) {
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

    /** The part of the ledger of that type. */
    public <T> T part(Class<T> type) {
        return context.getBean(type);
    }

    /** What stands in the ledger. */
    public JdbcClient sql() {
        return jdbc;
    }

    /** The server lets nobody in any more. */
    public void shut() {
        database.shut();
    }

    /** Claims one record, for the replica {@code n}. */
    public ClaimedRecord claim() {
        return records.claim(List.of(LANE), 1, "n", LEASE).get(0);
    }

    /** The state that the record is in. */
    public String state(ClaimedRecord record) {
        return jdbc.sql("select state from record where id = ?")
                .param(record.id())
                .query(String.class)
                .single();
    }

    TransactionTemplate transaction() {
        return new TransactionTemplate(part(PlatformTransactionManager.class));
    }

    @Override
    public void close() {
        context.close();
    }

    @EnableTransactionManagement(proxyTargetClass = true)
    @ComponentScan(basePackageClasses = RecordLedger.class)
    // Not a @Configuration: the adapter's own component scan must not find it.
    static class LedgerConfiguration {
        @Bean
        JdbcClient jdbcClient(DataSource dataSource) {
            return JdbcClient.create(dataSource);
        }

        @Bean
        PlatformTransactionManager transactionManager(DataSource dataSource) {
            return new JdbcTransactionManager(dataSource);
        }
    }
}
