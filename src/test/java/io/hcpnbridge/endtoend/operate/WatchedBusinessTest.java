package io.hcpnbridge.endtoend.operate;

import static io.hcpnbridge.endtoend.operate.Management.MONITOR_PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import io.hcpnbridge.json.ExactJson;
import io.hcpnbridge.operate.MachineClient;
import io.hcpnbridge.rehearsal.ErpFormat;
import io.hcpnbridge.rehearsal.FreePort;
import io.hcpnbridge.rehearsal.RunningBridge;
import io.hcpnbridge.standin.fault.Fault;
import io.hcpnbridge.standin.signon.PartnerLogin;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.apache.camel.CamelContext;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * A night in which much waits, told by metrics and health: a write in doubt that a person must decide, another that the partner is asked
 * about, a parked document, a paused interface, an answer and a pull that are owed, a changed file that cannot be used. What dashboards, alerts and the pages name is there.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WatchedBusinessTest {
    private static final String CUSTOMER = "customer-canary-81";
    private static final String DOCUMENT = "DOC-CANARY-81-";
    private static final Pattern ROW = Pattern.compile("(?m)^\\| `((?:bridge|lane)_\\w+)` \\| ([^|]*) \\|");
    private static final Pattern CODE = Pattern.compile("`(\\w+)`");
    private static final Pattern OURS = Pattern.compile("(bridge|lane)_.*");

    private final PartnerLogin login = new PartnerLogin(0);
    private final int port = FreePort.find();
    private RunningBridge bridge;
    private Management management;
    private Exposition scrape;

    @BeforeAll
    void muchWaits() throws Exception {
        bridge = RunningBridge.start(surroundings -> {
            surroundings.knowCustomer(CUSTOMER).withQueues().set("monitor.password", MONITOR_PASSWORD);
            surroundings.partner().order(CUSTOMER, order -> order.id("CS1"));
            surroundings.partner().order(CUSTOMER, order -> order.id("CS2"));
            for (var resource : List.of("R1", "R2")) {
                surroundings.partner().resource(CUSTOMER, resource, draft -> draft);
            }
            surroundings.withSignOn(login, port);
            surroundings.set("cutover.poll-interval", "100");
            surroundings.set("watch.interval", "300").set("watch.answers-owed-longest", "1s");
            surroundings.set("work.estimate-interval", "300");
            surroundings.set("pulls.quotas.enabled", "true").set("work.catch-up-cron", "0 0 3 29 2 ?");
            surroundings.set("doubts.first-pause", "10m").set("answer.await-doubts", "1s");
            surroundings.set("work.park-after", "3s").set("work.park-cron", "* * * * * ?");
            surroundings.set("work.throttle-pause", "100ms").set("work.throttle-pause-longest", "500ms");
        });
        management = Management.of(bridge.bridge());
        waits();
        MachineClient.get(URI.create("http://127.0.0.1:" + port + "/s/no-such-link"));
        Awaitility.await()
                .atMost(Duration.ofSeconds(120))
                .pollInterval(Duration.ofMillis(500))
                .until(() -> {
                    var health = attention();
                    return health.contains("doubts of")
                            && health.contains("parked of")
                            && health.contains("answers by")
                            && health.contains("paused")
                            && health.contains("endpoints of acme")
                            && health.contains("refused files")
                            && isCompared();
                });
        scrape = Exposition.of(management.watch("/actuator/prometheus").body());
    }

    private void waits() throws IOException {
        Files.writeString(Path.of(bridge.surroundings().property("sign-on.partner-metadata-file")), "<no metadata");
        sql("insert into cutover (tenant, shadow, reads, set_by, reason, stepped_back, stepped_back_zh)"
                + " values ('acme', 100, 100, 'Li Lei', 'compared first', 'they differ', '不同')");
        ask("orders.detail", "CS1", detail("OK", "CS1"));
        renewInDoubt("R1");
        renewInDoubt("R2");
        sql("update doubt set left_at = now() where id = (select min(id) from doubt)");
        throttle("CS2");
        ask("orders.detail", "CS2", detail("PARKED", "CS2"));
        sql("select pause_work('acme', 'bills.records', 'Li Lei', 'maintenance')");
        sql("insert into pause (tenant, scope, until, strikes, reason) values"
                + " ('acme', 'interface:orders.list', now() + interval '1 hour', 1, 'r'),"
                + " ('acme', 'credential:" + CUSTOMER + "', now() + interval '1 hour', 1, 'r')");
        sql(
                "insert into pull_period (pull, tenant, period, unit, begins_at, ends_at, state, due_at) values"
                        + " ('quotas', 'acme', '2020-01-01', 'day', '2020-01-01', '2020-01-02', 'PLANNED', now() + interval '1 day')");
        drop("orders.list", "WAITS", Map.of("document", DOCUMENT + "WAITS", "customerId", CUSTOMER));
        stop("deliver-answers");
        drop("orders.detail", "OWED", detail("OWED", "CS1"));
    }

    @AfterAll
    void close() {
        bridge.close();
        login.close();
    }

    @Test
    void recordsAreCountedWhereTheyStand() {
        assertThat(records("orders.detail", "PARKED")).isEqualTo("1.0");
        assertThat(records("orders.renew", "IN_DOUBT")).isEqualTo("2.0");
        assertThat(records("orders.list", "DUE")).isEqualTo("1.0");
        assertThat(scrape.value("bridge_doubts", Map.of("waits_for", "person"))).isEqualTo("1.0");
        assertThat(scrape.value("bridge_doubts", Map.of("waits_for", "partner")))
                .isEqualTo("1.0");
        assertThat(scrape.value("bridge_records_ended_total", Map.of("interface", "orders.detail", "state", "OK")))
                .isEqualTo("2.0");
        assertThat(scrape.value("bridge_answers_owed", Map.of("channel", "file")))
                .isEqualTo("1.0");
        assertThat(scrape.value("bridge_pulls_owed", Map.of("pull", "quotas", "tenant", "acme")))
                .isNotIn("none", "0.0");
        assertThat(scrape.value("bridge_work_paused", Map.of("interface", "bills.records")))
                .isEqualTo("1.0");
        assertThat(scrape.value("bridge_credentials_left_alone", Map.of("tenant", "acme")))
                .isEqualTo("1.0");
        assertThat(scrape.value("bridge_files_refused", Map.of())).isEqualTo("1.0");
    }

    @Test
    void callsAreCountedByApiGenerationAndVerdict() {
        assertThat(scrape.value(
                        "bridge_partner_calls_seconds_count",
                        Map.of("api", "show-order-new", "generation", "new", "verdict", "success")))
                .isEqualTo("2");
        assertThat(scrape.values("bridge_partner_calls_seconds_count", "verdict"))
                .contains("success", "throttled", "in-doubt");
        assertThat(scrape.values("bridge_partner_calls_seconds_bucket", "le")).hasSizeLessThanOrEqualTo(12);
        assertThat(scrape.labels("bridge_quota_slots_seconds_count")).containsExactlyInAnyOrder("tenant", "api");
    }

    @Test
    void thePageNamesEveryMetricWithItsLabels() throws Exception {
        for (var page : List.of("src/docs/en/operate.md", "src/docs/zh/operate.md")) {
            var rows = ROW.matcher(Files.readString(Path.of(page))).results().toList();
            assertThat(rows).isNotEmpty().allSatisfy(row -> assertThat(scrape.labels(row.group(1)))
                    .as(row.group(1))
                    .containsExactlyInAnyOrderElementsOf(CODE.matcher(row.group(2))
                            .results()
                            .map(label -> label.group(1))
                            .toList()));
            assertThat(rows)
                    .extracting(row -> row.group(1))
                    .containsExactlyInAnyOrderElementsOf(scrape.metrics().keySet().stream()
                            .filter(metric -> OURS.matcher(metric).matches())
                            .filter(metric -> !metric.matches(".*_seconds_(sum|max)"))
                            .toList());
        }
    }

    @Test
    void whateverAnAlertAsksForIsThere() throws Exception {
        var alerts = new ObjectMapper(new YAMLFactory()).readTree(Files.readString(Path.of("helm/alerts/alerts.yaml")));
        assertThat(alerts).hasSizeGreaterThan(10).allSatisfy(alert -> {
            assertThat(Expression.of(alert.path("expr").asText()).missing(scrape))
                    .as(alert.path("alert").asText())
                    .isEmpty();
            assertThat(Path.of(
                            "src/docs/en/runbooks",
                            alert.at("/annotations/runbook_url").asText()))
                    .exists();
        });
    }

    @Test
    void whateverADashboardShowsIsThere() throws Exception {
        try (var files = Files.list(Path.of("helm/dashboards"))) {
            for (var file : files.toList()) {
                var shown = ExactJson.read(Files.readString(file)).findValues("expr");
                assertThat(shown).hasSizeGreaterThan(10).allSatisfy(expression -> assertThat(
                                Expression.of(expression.asText()).missing(scrape))
                        .as(expression.asText())
                        .isEmpty());
            }
        }
    }

    @Test
    void healthNamesWhatWaitsForAPersonAndNoProbeFails() throws Exception {
        var whole = management.watch("/actuator/health");
        assertThat(whole.statusCode()).as(whole.body()).isEqualTo(200);
        assertThat(whole.body()).startsWith("{\"status\":\"DEGRADED\"");
        assertThat(attention())
                .startsWith("{\"status\":\"DEGRADED\"")
                .contains("\"doubts of acme, orders.renew\":\"1 wait for a person")
                .contains("\"parked of acme, orders.detail\":\"1 wait for a person")
                .contains("\"answers by file\":\"1 are owed")
                .contains("\"paused\":\"acme, bills.records\"")
                .contains("\"held routes\":\"deliver-answers\"")
                .contains("\"refused files\":\"sign-on.partner-metadata-file\"");
        assertThat(management.liveness()).isEqualTo("200 {\"status\":\"UP\"}");
        assertThat(management.readiness()).isEqualTo("200 {\"status\":\"UP\"}");
    }

    @Test
    void infoNamesVersionAndCommit() throws Exception {
        var build = ExactJson.read(management.watch("/actuator/info").body()).path("build");

        assertThat(Files.readString(Path.of("pom.xml")))
                .contains("<version>" + build.path("version").asText() + "</version>");
        assertThat(build.path("commit").asText()).matches("[0-9a-f]{40}|unknown");
    }

    @Test
    void nothingTellsWhoseBusinessItIs() throws Exception {
        assertThat(scrape.toString() + attention()).doesNotContainIgnoringCase("canary");
    }

    private String records(String interfaceName, String state) {
        return scrape.value("bridge_records", Map.of("tenant", "acme", "interface", interfaceName, "state", state));
    }

    private String attention() throws Exception {
        return management.watch("/actuator/health/attention").body();
    }

    private void renewInDoubt(String resource) {
        bridge.partner().faults().next(call -> body(call.request().body()).contains(resource), 1, Fault.resetAfter());
        var format = ErpFormat.of("orders.renew");
        var record = Map.of(
                "document",
                DOCUMENT + resource,
                "customerId",
                CUSTOMER,
                "resource1",
                resource,
                "periodType",
                "2",
                "periodNum",
                "1",
                "expireMode",
                "0",
                "autoPay",
                "Y");
        bridge.answerTo(
                "orders.renew",
                resource + "." + format.extension(),
                format.batch("B" + resource, List.of(record), Map.of("periodTotal", "1")));
    }

    private void throttle(String order) {
        bridge.partner()
                .faults()
                .always(
                        call -> call.request().target().contains(order),
                        Fault.error(429, "APIGW.0308", "The throttling threshold has been reached"));
    }

    private void ask(String interfaceName, String name, Map<String, String> record) {
        drop(interfaceName, name, record);
        bridge.awaitAnswer(
                interfaceName, name + "." + ErpFormat.of(interfaceName).extension());
    }

    private void drop(String interfaceName, String name, Map<String, String> record) {
        var format = ErpFormat.of(interfaceName);
        bridge.erp().drop(interfaceName, name + "." + format.extension(), format.batch("B" + name, List.of(record)));
    }

    private static Map<String, String> detail(String document, String order) {
        return Map.of("document", DOCUMENT + document, "orderId", order);
    }

    private void stop(String route) {
        try {
            bridge.bridge().bean(CamelContext.class).getRouteController().stopRoute(route);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private boolean isCompared() {
        return bridge.ledger()
                .sql("select exists (select from shadow_read where ended_at is not null)")
                .query(Boolean.class)
                .single();
    }

    private void sql(String statement) {
        var run = bridge.ledger().sql(statement);
        if (statement.startsWith("select")) {
            run.query().listOfRows();
        } else {
            run.update();
        }
    }

    private static String body(byte[] body) {
        return new String(body, StandardCharsets.UTF_8);
    }
}
