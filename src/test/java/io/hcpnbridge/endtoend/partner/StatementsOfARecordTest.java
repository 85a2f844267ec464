package io.hcpnbridge.endtoend.partner;

import static org.assertj.core.api.Assertions.assertThat;

import io.hcpnbridge.rehearsal.ErpFormat;
import io.hcpnbridge.rehearsal.RunningBridge;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a record costs the database: statements, as PostgreSQL itself counts them. More of them need a reason. */
class StatementsOfARecordTest {
    private static final int RECORDS = 500;

    /** Slot of the quota, whether the credential rests, announcement, attempt, end, rows, outcome; a claim is for several records. */
    private static final int FOR_EACH_RECORD = 7;

    private static final String BY_CALLS =
            "select query from pg_stat_statements where calls >= ? and query not in ('BEGIN', 'COMMIT') order by calls desc";

    @Test
    void aReadOfOnePageIsWorkedOnWithFewStatements() throws IOException {
        try (var postgres = EmbeddedPostgres.builder()
                        .setServerConfig("shared_preload_libraries", "pg_stat_statements")
                        .setServerConfig("max_connections", "100")
                        .setServerConfig("fsync", "off")
                        .start();
                var running = RunningBridge.start(surroundings -> surroundings
                        .knowCustomer("c1")
                        .set("spring.datasource.url", postgres.getJdbcUrl("postgres", "postgres"))
                        .set("partner.quotas.show-order-new", "1000"))) {
            var database = JdbcClient.create(postgres.getPostgresDatabase());
            database.sql("create extension pg_stat_statements").update();
            running.partner().order("c1", order -> order.id("CS1"));

            var answer = running.answerTo(
                    "orders.detail", "many.txt", ErpFormat.of("orders.detail").batch("B1", records()));

            assertThat(ErpFormat.of("orders.detail").read(answer))
                    .filteredOn(line -> line.record().equals("result"))
                    .hasSize(RECORDS);
            assertThat(database.sql(BY_CALLS).param(RECORDS).query(String.class).list())
                    .hasSizeLessThanOrEqualTo(FOR_EACH_RECORD);
        }
    }

    private static List<Map<String, String>> records() {
        return IntStream.range(0, RECORDS)
                .mapToObj(i -> Map.of("document", "D" + i, "orderId", "CS1"))
                .toList();
    }
}
