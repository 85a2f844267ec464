package io.hcpnbridge.endtoend.operate;

import static io.hcpnbridge.endtoend.operate.Management.MONITOR_PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;

import io.hcpnbridge.operate.MachineClient;
import io.hcpnbridge.rehearsal.ErpFormat;
import io.hcpnbridge.rehearsal.RunningBridge;
import io.hcpnbridge.rehearsal.Surroundings;
import io.hcpnbridge.standin.fault.Fault;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** After work with successes and failures: a scrape tells what the adapter does, and nothing of whose business it is. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ScrapeTest {
    private static final String CUSTOMER = "customer-canary-7d1f";
    private static final String ORDER = "CS-ORDER-CANARY-91";
    private static final String DOCUMENT = "DOC-CANARY-55";
    private static final String FILE = "file-canary-müller";

    private RunningBridge bridge;
    private String scrape;

    @BeforeAll
    void run() throws Exception {
        bridge = RunningBridge.start(surroundings -> {
            surroundings.knowCustomer(CUSTOMER).withQueues().set("monitor.password", MONITOR_PASSWORD);
            surroundings.partner().order(CUSTOMER, order -> order.id(ORDER));
            surroundings.partner().resource(CUSTOMER, "resource-canary", resource -> resource);
        });
        bridge.partner().faults().next(call -> true, 1, Fault.error(500, "CBC.0999", "about " + CUSTOMER));
        var detail = ErpFormat.of("orders.detail");
        bridge.answerTo(
                "orders.detail",
                FILE + ".txt",
                detail.batch(
                        "B1",
                        List.of(
                                Map.of("document", DOCUMENT, "orderId", ORDER),
                                Map.of("document", DOCUMENT + "-2", "orderId", "unknown-" + ORDER))));
        bridge.answerTo(
                "orders.detail",
                FILE + ".refused.txt",
                detail.batch("B2", List.of(Map.of("document", DOCUMENT + "-3", "orderId", ""))));
        var answer = Management.of(bridge.bridge()).watch("/actuator/prometheus");
        assertThat(answer.statusCode()).isEqualTo(200);
        scrape = answer.body();
    }

    @AfterAll
    void close() {
        bridge.close();
    }

    @Test
    void itCountsByRoute() {
        assertThat(values("camel_exchanges_total", "routeId=\"show-order\"")).containsExactly("3.0");
        assertThat(values("camel_exchanges_total", "routeId=\"take-in-orders-detail\""))
                .containsExactly("2.0");
        assertThat(values("camel_exchanges_failed_total", "routeId=\"deliver-answers\""))
                .containsExactly("0.0");
        assertThat(values("camel_route_policy_seconds_count", "routeId=\"call-partner\""))
                .isNotEmpty();
    }

    @Test
    void itTellsOfTheProcessAndItsDatabase() {
        assertThat(values("jvm_memory_used_bytes", "area=\"heap\"")).isNotEmpty();
        assertThat(values("jvm_threads_live_threads", "")).hasSize(1);
        assertThat(values("process_uptime_seconds", "")).hasSize(1);
        assertThat(values("hikaricp_connections_active", "")).hasSize(1);
        assertThat(values("logback_events_total", "level=\"error\"")).hasSize(1);
    }

    @Test
    void itNamesNeitherSecretsNorCustomersNorDocumentsNorFilesNorAddresses() {
        var keys = bridge.partner().partnerKeys();
        var customers = bridge.partner().keysOf(CUSTOMER);
        assertThat(scrape)
                .doesNotContainIgnoringCase("canary")
                .doesNotContain(keys.accessKey(), keys.secretKey(), customers.accessKey(), customers.secretKey())
                .doesNotContain(bridge.surroundings().operatorPassword(), MONITOR_PASSWORD)
                .doesNotContain(bridge.surroundings().sftp().password())
                .doesNotContain(Surroundings.PLATFORM, "sftp:", "http:", "127.0.0.1");
    }

    @Test
    void strangersGetNone() throws Exception {
        var address = bridge.bridge().console().resolve("/actuator/prometheus");
        assertThat(MachineClient.get(address).statusCode()).isEqualTo(401);
        assertThat(MachineClient.get(address, "monitor", "guess").statusCode()).isEqualTo(401);
    }

    private List<String> values(String metric, String label) {
        return samples()
                .filter(line -> line.startsWith(metric + "{") || line.startsWith(metric + " "))
                .filter(line -> line.contains(label))
                .map(line -> line.substring(line.lastIndexOf(' ') + 1))
                .toList();
    }

    private Stream<String> samples() {
        return scrape.lines().filter(line -> !line.startsWith("#"));
    }
}
