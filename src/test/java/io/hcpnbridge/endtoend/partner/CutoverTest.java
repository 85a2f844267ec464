package io.hcpnbridge.endtoend.partner;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.hcpnbridge.cutover.Cutovers;
import io.hcpnbridge.ledger.Cutover;
import io.hcpnbridge.ledger.CutoverLedger;
import io.hcpnbridge.rehearsal.RunningBridge;
import io.hcpnbridge.standin.StandInPartnerApi;
import io.hcpnbridge.standin.call.Api;
import io.hcpnbridge.standin.fault.Fault;
import io.hcpnbridge.standin.journal.Call;
import io.hcpnbridge.standin.state.CatalogProduct;
import io.hcpnbridge.standin.state.LineItem;
import io.hcpnbridge.standin.state.Price;
import io.hcpnbridge.standin.state.ServiceType;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** A tenant on its way from the old endpoints to the new ones: both compared, a share moved, and back by itself when something is wrong. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CutoverTest {
    private static final String CUSTOMER = "c0ffee0000000000000000000000011";
    private static final List<String> TENANTS =
            List.of("compared", "different", "explaining", "busy", "canary", "failing");

    private RunningBridge bridge;
    private ErpDesk desk;
    private CutoverLedger cutovers;

    @BeforeAll
    void start() {
        bridge = RunningBridge.start(surroundings -> {
            surroundings.partner().customer(CUSTOMER);
            for (var tenant : TENANTS) {
                surroundings.tenant(tenant, StandInPartnerApi.PARTNER);
                surroundings.knowCustomer(tenant, CUSTOMER);
                surroundings.set("partner.tenants." + tenant + ".orders-generation", "old");
            }
            surroundings.set("cutover.poll-interval", "100");
            surroundings.set("cutover.pause", "200ms");
            surroundings.set("work.backoff-first", "50ms");
            surroundings.set("work.backoff-longest", "100ms");
            for (var api : List.of("list-orders-old", "list-orders-new", "renew-resources-new")) {
                surroundings.set("partner.quotas." + api, "100");
            }
        });
        desk = new ErpDesk(bridge);
        cutovers = bridge.bridge().bean(CutoverLedger.class);
        bridge.partner().order(CUSTOMER, draft -> draft.id("CS-1")
                .contract("合同-1")
                .price(Price.of("120.00").discounted("607", "20.00", "100.00"))
                .line(LineItem.monthly(
                        ServiceType.EC2,
                        Price.of("120.00").discounted("605", "20.00", "100.00"),
                        Instant.parse("2026-03-01T02:03:04Z"))));
        bridge.partner().resource(CUSTOMER, "vm-1", draft -> draft.of("CS-1").size("40", 17));
        bridge.partner()
                .state()
                .prices()
                .project("p1", CUSTOMER)
                .put(CatalogProduct.of("PRD-1", ServiceType.EC2, "hws.resource.type.vm", "cn-north-1", "s6.linux")
                        .per(2, "120.30"));
    }

    @BeforeEach
    void forget() {
        bridge.partner().faults().clear();
        bridge.partner().journal().clear();
    }

    @AfterAll
    void stop() {
        bridge.close();
    }

    @Test
    void whatBothCanAnswerIsComparedAndOnlyKnownDifferencesAreFound() {
        set("compared", 100, 0, 0);

        var order = desk.ask("compared", "orders.list", Map.of("document", "L", "orderId", "CS-1"));
        desk.ask("compared", "orders.detail", Map.of("document", "D", "orderId", "CS-1"));
        desk.ask("compared", "orders.provisioning", Map.of("document", "P", "orderId", "CS-1", "customerId", CUSTOMER));
        desk.ask("compared", "prices.by-spec", price("S"));
        desk.ask("compared", "orders.list", Map.of("document", "OLD", "orderId", "CS-1", "wantOriginal", "Y"));

        assertThat(order.column("order", "L", "originalPrice")).containsExactly("120.00");
        assertThat(verdicts("compared", 4))
                .containsEntry("L", "KNOWN")
                .containsEntry("D", "KNOWN")
                .containsEntry("P", "KNOWN")
                .containsEntry("S", "SAME")
                .doesNotContainKey("OLD");
        assertThat(bridge.ledger()
                        .sql(
                                "select count(*) from shadow_difference join shadow_read on id = shadow_id where tenant = 'compared'")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void aDifferenceThatNobodyHasExplainedTakesTheTenantBack() {
        set("different", 100, 100, 100);
        bridge.partner().faults().always(call -> call.api() == Api.NEW_LIST, dearer());

        var told = desk.ask("different", "orders.list", Map.of("document", "DEAR", "orderId", "CS-1"));

        assertThat(told.column("order", "DEAR", "amountAfterDiscount")).containsExactly("100.01");
        assertThat(verdicts("different", 1)).containsEntry("DEAR", "DIFFERENT");
        var stepped = awaitStepBack("different");
        assertThat(stepped.reads()).isZero();
        assertThat(stepped.writes()).isZero();
        assertThat(stepped.shadow()).isEqualTo(100);
        assertThat(stepped.steppedBack().en()).contains("DEAR", "orders.list", "order.amountAfterDiscount");
        assertThat(differences("different")).containsExactly("order.amountAfterDiscount: 100.01, 100.00");
        var next = desk.ask("different", "orders.list", Map.of("document", "NEXT", "orderId", "CS-1"));
        assertThat(next.column("order", "NEXT", "amountAfterDiscount")).containsExactly("100.00");
    }

    @Test
    void anExplainedDifferenceIsKnown() {
        set("explaining", 100, 100, 0);
        cutovers.explain(new CutoverLedger.Explained(
                "explaining", "orders.list", "order", "amountAfterDiscount", "li", "asked Huawei's desk"));
        bridge.partner().faults().always(call -> call.api() == Api.NEW_LIST, dearer());

        desk.ask("explaining", "orders.list", Map.of("document", "DEAR", "orderId", "CS-1"));

        assertThat(verdicts("explaining", 1)).containsEntry("DEAR", "KNOWN");
        assertThat(of("explaining").reads()).isEqualTo(100);
    }

    @Test
    void whatThePartnerHasChangedMeanwhileIsNoDifference() {
        set("busy", 100, 100, 0);
        bridge.partner().faults().next(Api.NEW_LIST, 1, dearer());

        var told = desk.ask("busy", "orders.list", Map.of("document", "MOVED", "orderId", "CS-1"));

        assertThat(told.column("order", "MOVED", "amountAfterDiscount")).containsExactly("100.01");
        assertThat(verdicts("busy", 1)).containsEntry("MOVED", "KNOWN");
        assertThat(apis()).containsExactly(Api.NEW_LIST, Api.OLD_LIST, Api.NEW_LIST);
    }

    @Test
    void aShareOfTheReadsGoesToTheNewEndpointsAndRenewalsFollowLater() {
        set("canary", 0, 30, 0);
        var reads = new ArrayList<Map<String, String>>();
        for (int n = 0; n < 40; n++) {
            reads.add(Map.of("document", "R" + n, "orderId", "CS-1"));
        }
        bridge.partner().resource(CUSTOMER, "renewed-1", draft -> draft);
        bridge.partner().resource(CUSTOMER, "renewed-2", draft -> draft);

        desk.ask("canary", "orders.list", reads);
        desk.ask("canary", "orders.renew", ErpDesk.renewal("W1", CUSTOMER, 3, "renewed-1"));
        var atThirty = generations("canary", "orders.list");
        set("canary", 100, 100, 100);
        desk.ask("canary", "orders.renew", ErpDesk.renewal("W2", CUSTOMER, 3, "renewed-2"));
        desk.ask("canary", "orders.list", Map.of("document", "R0", "orderId", "CS-1"));

        assertThat(atThirty.values().stream().filter("new"::equals).count()).isBetween(4L, 20L);
        assertThat(generations("canary", "orders.list")).isEqualTo(atThirty);
        assertThat(generations("canary", "orders.renew")).isEqualTo(Map.of("W1", "old", "W2", "new"));
        assertThat(bridge.partner().journal().placedRenewals("renewed-1")).isEqualTo(1);
        assertThat(bridge.partner().journal().placedRenewals("renewed-2")).isEqualTo(1);
        assertThat(bridge.ledger()
                        .sql("select count(*) from shadow_read where tenant = 'canary'")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void callsOfTheNewEndpointsThatFailTakeTheTenantBack() {
        set("failing", 0, 100, 0);
        bridge.partner()
                .faults()
                .always(call -> call.api() == Api.NEW_LIST, Fault.error(500, "CBC.0999", "Other errors."));
        desk.ask("failing", "orders.list", Map.of("document", "F1", "orderId", "CS-1"));

        var stepped = awaitStepBack("failing");

        assertThat(stepped.steppedBack().en()).contains("calls of the new endpoints failed technically");
        var next = desk.ask("failing", "orders.list", Map.of("document", "F2", "orderId", "CS-1"));
        assertThat(next.outcome("F2")).isEqualTo("OK");
    }

    private Map<String, String> price(String document) {
        var record = new LinkedHashMap<String, String>();
        record.put("document", document);
        record.put("customerId", CUSTOMER);
        record.put("projectId", "p1");
        record.put("service", ServiceType.EC2.code());
        record.put("resourceType", "hws.resource.type.vm");
        record.put("resourceSpec", "s6.linux");
        record.put("region", "cn-north-1");
        record.put("quantity", "1");
        record.put("chargingMode", "0");
        record.put("periodType", "2");
        record.put("periodNum", "1");
        return record;
    }

    /** As a person does at the desk; all replicas have noticed. */
    private void set(String tenant, int shadow, int reads, int writes) {
        cutovers.set(tenant, shadow, reads, writes, "li", "because");
        bridge.bridge().bean(Cutovers.class).look();
    }

    private static Fault dearer() {
        UnaryOperator<ObjectNode> change = answer -> {
            answer.withArray("order_infos")
                    .forEach(order -> ((ObjectNode) order).put("amount_after_discount", "100.01"));
            return answer;
        };
        return Fault.altered(change);
    }

    private Cutover of(String tenant) {
        return cutovers.all().stream()
                .filter(cutover -> cutover.tenant().equals(tenant))
                .findFirst()
                .orElseThrow();
    }

    private Cutover awaitStepBack(String tenant) {
        return Awaitility.await(tenant + " steps back")
                .atMost(Duration.ofSeconds(60))
                .until(() -> of(tenant), cutover -> cutover.steppedBack() != null);
    }

    /** By document, once so many have been compared. */
    private Map<String, String> verdicts(String tenant, int number) {
        return Awaitility.await("comparisons of " + tenant)
                .atMost(Duration.ofSeconds(60))
                .until(
                        () -> byDocument(
                                "select document, verdict as what from shadow_read where ended_at is not null and tenant = ?",
                                tenant),
                        found -> found.size() >= number);
    }

    private Map<String, String> generations(String tenant, String interfaceName) {
        return byDocument(
                "select document, generation as what from record where tenant = ? and interface = '" + interfaceName
                        + "'",
                tenant);
    }

    private Map<String, String> byDocument(String sql, String tenant) {
        var found = new LinkedHashMap<String, String>();
        bridge.ledger().sql(sql).param(tenant).query(row -> {
            found.put(row.getString("document"), row.getString("what"));
        });
        return found;
    }

    private List<String> differences(String tenant) {
        return bridge.ledger()
                .sql(
                        """
                        select kind || '.' || field || ': ' || d.answered || ', ' || shadowed from shadow_difference d
                        join shadow_read on id = shadow_id where tenant = ? order by position
                        """)
                .param(tenant)
                .query(String.class)
                .list();
    }

    private List<Api> apis() {
        return bridge.partner().journal().calls().stream().map(Call::api).toList();
    }
}
