package io.hcpnbridge.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hcpnbridge.rehearsal.ErpFormat;
import io.hcpnbridge.rehearsal.RunningBridge;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.apache.camel.CamelContext;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.jdbc.core.JdbcTemplate;

/** An operator may stop single routes: what they would have worked on waits. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HeldRouteTest {
    private final RunningBridge bridge = RunningBridge.start(surroundings -> {
        surroundings.set("camel.component.direct.timeout", "500");
        surroundings.partner().customer("c1");
        surroundings.partner().order("c1", order -> order.id("CS1"));
    });

    @AfterAll
    void close() {
        bridge.close();
    }

    @Test
    void whatAStoppedRouteWouldHaveWorkedOnWaits() throws Exception {
        var routes = bridge.bridge().bean(CamelContext.class).getRouteController();
        var format = ErpFormat.of("orders.detail");
        routes.stopRoute("show-order");
        bridge.erp()
                .drop(
                        "orders.detail",
                        "held.txt",
                        format.batch("HELD", List.of(Map.of("document", "HELD1", "orderId", "CS1"))));
        Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> count("claim > 0") == 1);
        Awaitility.await()
                .during(Duration.ofSeconds(3))
                .atMost(Duration.ofSeconds(40))
                .until(() -> count("state = 'FAILED'") == 0);
        routes.startRoute("show-order");

        var answer = format.read(bridge.awaitAnswer("orders.detail", "held.txt"));

        assertThat(answer)
                .filteredOn(line -> line.record().equals("result"))
                .extracting(line -> line.get("status"))
                .containsExactly("OK");
    }

    @Test
    void theFilesOfAStoppedIntakeStayWhereTheyAre() throws Exception {
        var routes = bridge.bridge().bean(CamelContext.class).getRouteController();
        var format = ErpFormat.of("orders.detail");
        routes.stopRoute("take-in-orders-detail");
        bridge.erp()
                .drop(
                        "orders.detail",
                        "kept.txt",
                        format.batch("KEPT", List.of(Map.of("document", "KEPT1", "orderId", "CS1"))));
        var file = bridge.surroundings().sftp().home().resolve("inbound/orders.detail/kept.txt");
        Awaitility.await().during(Duration.ofSeconds(3)).until(() -> Files.exists(file));

        routes.startRoute("take-in-orders-detail");

        bridge.awaitAnswer("orders.detail", "kept.txt");
    }

    @Test
    void whatTheDatabaseSaysOfAFailureNamesNoContent() {
        var jdbc = new JdbcTemplate(bridge.bridge().bean(DataSource.class));

        assertThatThrownBy(() -> jdbc.update("insert into pause (tenant, scope) values ('acme', ?)", "CS1"))
                .hasMessageContaining("not-null")
                .hasMessageNotContaining("CS1");
    }

    private long count(String condition) {
        return bridge.ledger()
                .sql("select count(*) from record where document = 'HELD1' and " + condition)
                .query(Long.class)
                .single();
    }
}
