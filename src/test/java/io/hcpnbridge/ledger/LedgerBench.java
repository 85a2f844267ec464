package io.hcpnbridge.ledger;

import io.hcpnbridge.json.ExactJson;
import io.hcpnbridge.rehearsal.LedgerDatabase;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
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
        takeIn("orders.list", "h", Urgency.FILE, lines(due));
    }

    /** A batch with these documents comes in, and they are due. */
    void takeIn(String interfaceName, String hash, Urgency urgency, List<BatchLine> lines) {
        var batches = part(BatchLedger.class);
        transaction().executeWithoutResult(status -> {
            var batch = batches.open(interfaceName, "file", hash, "v");
            batches.addLines(batch, "acme", interfaceName, lines, Set.of());
            batches.rank(batch, urgency);
            batches.accept(batch, "acme");
        });
    }

    /** So many documents: {@code D1}, {@code D2} and so on. */
    static List<BatchLine> lines(int count) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(i -> line(i, "D" + i, "h" + i))
                .toList();
    }

    static BatchLine line(int position, String document, String hash) {
        var content = ExactJson.mapper().createObjectNode().put("document", document);
        return new BatchLine(position, position + 1, document, hash, null, content);
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
