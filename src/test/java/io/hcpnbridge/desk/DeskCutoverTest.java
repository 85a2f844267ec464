package io.hcpnbridge.desk;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.hcpnbridge.json.ExactJson;
import io.hcpnbridge.operate.Chromium;
import io.hcpnbridge.operate.MachineClient;
import io.hcpnbridge.rehearsal.ErpFormat;
import io.hcpnbridge.rehearsal.RunningBridge;
import io.hcpnbridge.standin.call.Api;
import io.hcpnbridge.standin.fault.Fault;
import io.hcpnbridge.standin.state.Price;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** How people steer a tenant from the old endpoints to the new ones: who may go forward, who may go back, and what they see. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DeskCutoverTest {
    private static final Path PICTURES = Path.of("target", "desk");
    private static final String LIST = "orders.list";

    private RunningBridge bridge;
    private Chromium chromium;

    @BeforeAll
    void start() throws Exception {
        Files.createDirectories(PICTURES);
        bridge = RunningBridge.start(surroundings -> surroundings
                .set("cutover.poll-interval", "100")
                .set("desk.logins.vera.role", "viewer")
                .set("desk.logins.vera.password", "only looks around")
                .set("desk.logins.otto.role", "operator")
                .set("desk.logins.otto.password", "keeps it going")
                .set("desk.logins.ada.role", "administrator")
                .set("desk.logins.ada.password", "decides about money"));
    }

    @AfterEach
    void forget() {
        bridge.partner().faults().clear();
        bridge.ledger().sql("delete from cutover").update();
    }

    @AfterAll
    void stop() {
        if (chromium != null) {
            chromium.close();
        }
        bridge.close();
    }

    @Test
    void anOperatorComparesAndGoesBackAndOnlyAnAdministratorGoesFurther() throws Exception {
        var shares = "{'tenant': 'acme', 'shadow': %d, 'reads': %d, 'writes': %d, 'reason': 'as agreed'}";

        assertThat(otto("cutovers", shares.formatted(50, 0, 0))).isEqualTo(204);
        assertThat(otto("cutovers", shares.formatted(50, 10, 0))).isEqualTo(403);
        assertThat(ada("cutovers", shares.formatted(50, 100, 20))).isEqualTo(204);
        assertThat(otto("cutovers", shares.formatted(50, 100, 21))).isEqualTo(403);
        assertThat(otto("cutovers", shares.formatted(50, 10, 0))).isEqualTo(204);
        assertThat(vera("cutovers").at("/0/cutover/reads").asInt()).isEqualTo(10);
        assertThat(otto("cutovers/end", "{'tenant': 'acme', 'reason': 'enough'}"))
                .isEqualTo(403);
        assertThat(ada("cutovers/end", "{'tenant': 'acme', 'reason': 'enough'}"))
                .isEqualTo(204);
        assertThat(ada("cutovers/end", "{'tenant': 'acme', 'reason': 'enough'}"))
                .isEqualTo(409);
        assertThat(vera("deeds").findValuesAsText("before"))
                .contains("shadow 50 %, reads 100 %, writes 20 %", "as configured");
    }

    @Test
    void anOperatorsStepBackThatMeetsTheAdaptersOwnIsNoStepForward() throws Exception {
        var shares = "{'tenant': 'acme', 'shadow': 0, 'reads': %d, 'writes': 0, 'reason': 'as agreed'}";
        assertThat(ada("cutovers", shares.formatted(80))).isEqualTo(204);
        CompletableFuture<Integer> operators;
        try (var adapter = bridge.surroundings().database().dataSource().getConnection();
                var stepBack = adapter.createStatement()) {
            adapter.setAutoCommit(false);
            stepBack.executeUpdate("update cutover set reads = 0, stepped_back = 'x', stepped_back_zh = 'x'");
            operators = CompletableFuture.supplyAsync(() -> stepBackTo(shares.formatted(40)));
            Awaitility.await().until(this::somebodyWaits);
            adapter.commit();
        }

        assertThat(operators.get()).isEqualTo(403);
        assertThat(vera("cutovers").at("/0/cutover/reads").asInt()).isZero();
    }

    private int stepBackTo(String shares) {
        try {
            return otto("cutovers", shares);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private boolean somebodyWaits() {
        return bridge.ledger()
                .sql(
                        "select exists (select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock')")
                .query(Boolean.class)
                .single();
    }

    @Test
    void whatSomebodyHasExplainedCanBeTakenBack() throws Exception {
        var known =
                "{'tenant': 'acme', 'interfaceName': 'orders.list', 'kind': 'order', 'field': 'status', 'reason': 'asked'}";

        assertThat(otto("cutovers/explained", known)).isEqualTo(403);
        assertThat(ada("cutovers/explained", known)).isEqualTo(204);
        assertThat(vera("cutovers/explained").at("/0/by").asText()).isEqualTo("ada");
        assertThat(vera("cutovers/differences")).isEmpty();
        assertThat(ada("cutovers/explained/end", known)).isEqualTo(204);
        assertThat(ada("cutovers/explained/end", known)).isEqualTo(409);
    }

    @Test
    @Tag("slow")
    @Tag("browser")
    void whatOldAndNewEndpointsTellDifferentlyIsShownAndTakesTheTenantBack() throws Exception {
        Assumptions.assumeTrue(Chromium.isInstalled(), "The desk is not looked at: install the package chromium");
        chromium = Chromium.start();
        bridge.partner().customer("mover");
        bridge.partner().order("mover", draft -> draft.id("CS-MOVE")
                .price(Price.of("120.00").discounted("607", "20.00", "100.00")));
        bridge.partner().faults().always(call -> call.api() == Api.NEW_LIST, Fault.altered(DeskCutoverTest::dearer));
        var further = "{\"tenant\": \"acme\", \"shadow\": 100, \"reads\": 100, \"writes\": 0, \"reason\": \"mine\"}";
        try (var desk = login("otto", "keeps it going")) {
            desk.open("/desk/cutovers").waitFor("further forward only an administrator may go");
            assertThat(desk.post("/api/v1/cutovers", further)).isEqualTo(403);
        }
        try (var desk = login("ada", "decides about money")) {
            desk.open("/desk/cutovers")
                    .fill("/cutovers", "shadow", "100")
                    .fill("/cutovers", "reads", "100")
                    .fill("/cutovers", "reason", "the first step")
                    .send("/cutovers")
                    .waitFor("the first step");
            bridge.erp()
                    .drop(
                            LIST,
                            "moved.dat",
                            ErpFormat.of(LIST)
                                    .batch("MOVED", List.of(Map.of("document", "MOVED", "orderId", "CS-MOVE"))));
            bridge.awaitAnswer(LIST, "moved.dat");
            desk.open("/desk").waitFor("1 tenants were taken back to the old endpoints");
            desk.open("/desk/cutovers")
                    .waitFor("order.amountAfterDiscount")
                    .screenshot(PICTURES.resolve("cutover.png"));
            assertThat(desk.text()).contains("stepped back", "100.01", "100.00");
            assertThat(desk.hindrances()).isEmpty();
            desk.open("/desk/records/acme/" + LIST + "/MOVED")
                    .waitFor("Old and new compared")
                    .screenshot(PICTURES.resolve("compared.png"));
            assertThat(desk.text()).contains("only to compare", "DIFFERENT", "100.01");
            desk.open("/desk/cutovers")
                    .fill("/cutovers/explained", "reason", "asked Huawei's desk")
                    .send("/cutovers/explained")
                    .waitFor("asked Huawei's desk");
            desk.open("/desk/audit").waitFor("explain-difference");
            assertThat(desk.troubles()).isEmpty();
        }
        try (var desk = login("vera", "only looks around")) {
            assertThat(desk.open("/desk/cutovers")
                            .waitFor("order.amountAfterDiscount")
                            .text())
                    .contains("***")
                    .doesNotContain("100.01");
        }
    }

    private static ObjectNode dearer(ObjectNode answer) {
        answer.withArray("order_infos").forEach(order -> ((ObjectNode) order).put("amount_after_discount", "100.01"));
        return answer;
    }

    private DeskPage login(String user, String password) {
        return DeskPage.login(chromium, bridge.bridge().console(), "en", user, password);
    }

    private int otto(String deed, String body) throws Exception {
        return post("otto", "keeps it going", deed, body);
    }

    private int ada(String deed, String body) throws Exception {
        return post("ada", "decides about money", deed, body);
    }

    private int post(String user, String password, String deed, String body) throws Exception {
        return MachineClient.post(address(deed), user, password, body.replace('\'', '"'))
                .statusCode();
    }

    private JsonNode vera(String path) throws Exception {
        var answer = MachineClient.get(address(path), "vera", "only looks around");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return ExactJson.read(answer.body());
    }

    private URI address(String path) {
        return bridge.bridge().console().resolve("/api/v1/" + path);
    }
}
