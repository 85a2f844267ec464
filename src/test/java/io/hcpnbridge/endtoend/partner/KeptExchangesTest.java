package io.hcpnbridge.endtoend.partner;

import static org.assertj.core.api.Assertions.assertThat;

import io.hcpnbridge.exchange.Exchanges;
import io.hcpnbridge.exchange.ShownExchange;
import io.hcpnbridge.exchange.View;
import io.hcpnbridge.rehearsal.RunningBridge;
import io.hcpnbridge.standin.fault.Fault;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** After a run: what was sent and received stands with each attempt, and why a signature was refused. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class KeptExchangesTest {
    private RunningBridge bridge;

    @BeforeAll
    void run() {
        bridge = RunningBridge.start(surroundings -> {
            surroundings.knowCustomer("c1");
            surroundings.partner().order("c1", order -> order.id("CS1"));
            surroundings.partner().resource("c1", "r1", resource -> resource);
            var key = new byte[32];
            new Random(4).nextBytes(key);
            surroundings.mount(
                    "exchange.key-file",
                    "exchange.key-file",
                    Base64.getEncoder().encodeToString(key));
        });
        bridge.partner()
                .faults()
                .next(
                        "detail",
                        1,
                        Fault.error(
                                401,
                                "APIGW.0301",
                                "Incorrect IAM authentication information: verify aksk signature fail"));
        bridge.ask("orders.detail", Map.of("document", "D1", "orderId", "CS1"));
        bridge.ask("orders.renew", ErpDesk.renewal("R1", "c1", 0, "r1"), Map.of("periodTotal", "1"));
    }

    @AfterAll
    void stop() {
        bridge.close();
    }

    @Test
    void aReadHasItsRequestAndTheAnswerAsItCame() {
        var exchange = exchange("D1", 1, View.FULL);

        assertThat(exchange.request().startLine()).startsWith("GET /").contains("CS1");
        assertThat(exchange.request().headers()).containsKeys("Host", "Content-Type");
        assertThat(exchange.response().orElseThrow().startLine()).isEqualTo("200");
        assertThat(exchange.response().orElseThrow().headers()).containsKey("X-Request-Id");
        assertThat(exchange.response().orElseThrow().body())
                .contains("CS1")
                .startsWith("{")
                .endsWith("}");
    }

    @Test
    void aWriteHasThemToo() {
        var exchange = exchange("R1", 0, View.FULL);

        assertThat(exchange.request().startLine()).startsWith("POST /");
        assertThat(exchange.request().body()).contains("\"resource_ids\":[\"r1\"]");
        assertThat(exchange.response().orElseThrow().body()).contains("order_ids");
    }

    @Test
    void aViewerSeesNoMoreThanIsKnownToBeHarmless() {
        var exchange = exchange("D1", 1, View.MASKED);

        assertThat(exchange.response().orElseThrow().masked()).isTrue();
        assertThat(exchange.response().orElseThrow().body()).contains("CS1").contains("\"***\"");
    }

    @Test
    void aRefusedSignatureSaysWhatCanBeExcluded() {
        var exchange = exchange("D1", 0, View.MASKED);

        assertThat(exchange.response().orElseThrow().startLine()).isEqualTo("401");
        assertThat(exchange.finding().orElseThrow().en())
                .startsWith("The gateway does not tell what it has signed; the clock is not why");
    }

    @Test
    void nothingOfItCanBeReadInTheTable() {
        assertThat(bridge.ledger()
                        .sql("select row_to_json(e)::text from exchange e")
                        .query(String.class)
                        .list())
                .hasSizeGreaterThan(5)
                .allSatisfy(row -> assertThat(row).contains("\"key_id\":\"").doesNotContain("CS1", "1f8b0800"));
    }

    private ShownExchange exchange(String document, int number, View view) {
        List<Long> attempts = bridge.ledger()
                .sql(
                        "select attempt.id from attempt join record on record.id = record_id where document = ? order by attempt.id")
                .param(document)
                .query(Long.class)
                .list();
        return bridge.bridge()
                .bean(Exchanges.class)
                .of(attempts.get(number), view)
                .orElseThrow();
    }
}
