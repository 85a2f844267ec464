package io.hcpnbridge.endtoend.partner;

import static org.assertj.core.api.Assertions.assertThat;

import io.hcpnbridge.rehearsal.RunningBridge;
import io.hcpnbridge.standin.StandInPartnerApi;
import io.hcpnbridge.standin.call.Api;
import io.hcpnbridge.standin.journal.Call;
import io.hcpnbridge.standin.state.LineItem;
import io.hcpnbridge.standin.state.Price;
import io.hcpnbridge.standin.state.RenewalRefusal;
import io.hcpnbridge.standin.state.ServiceType;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Details, provisioning and renewals asked of either generation: the same answer, as far as both can tell. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SameAnswerOfBothGenerationsTest {
    private static final String OLD = "acme-old";
    private static final String NEW = "acme-new";
    private static final String CUSTOMER = "c0ffee0000000000000000000000001";
    private static final Instant ORDERED = Instant.parse("2026-03-01T02:03:04Z");

    private RunningBridge bridge;
    private ErpDesk desk;

    @BeforeAll
    void start() {
        bridge = RunningBridge.start(surroundings -> {
            surroundings.partner().customer(CUSTOMER);
            for (var generation : List.of("old", "new")) {
                var tenant = "acme-" + generation;
                surroundings.tenant(tenant, StandInPartnerApi.PARTNER);
                surroundings.knowCustomer(tenant, CUSTOMER);
                surroundings.set("partner.tenants." + tenant + ".orders-generation", generation);
            }
        });
        desk = new ErpDesk(bridge);
    }

    @AfterAll
    void stop() {
        bridge.close();
    }

    @Test
    void anOrderOf237LineItemsIsTheSameOrder() {
        bridge.partner().order(CUSTOMER, draft -> {
            draft.id("CS-LONG").contract("合同-1").price(Price.of("237.00").discounted("607", "3.00", "234.00"));
            for (int n = 0; n < 237; n++) {
                var price = Price.of("1.00")
                        .discounted("605", "0." + (1_000 + n), "0.9")
                        .paidWith("0.01", "0.02", "0");
                draft.line(LineItem.monthly(ServiceType.EC2, price, ORDERED).described("规格 s6.large." + n));
            }
            return draft;
        });
        var record = Map.of("document", "LONG", "orderId", "CS-LONG", "remark", "备注");

        var old = desk.ask(OLD, "orders.detail", record);
        var recent = desk.ask(NEW, "orders.detail", record);

        assertThat(old.of("line", "LONG")).hasSize(237);
        assertThat(old.of("discount", "LONG")).hasSize(238);
        assertThat(old.column("line", "LONG", "lineId")).doesNotHaveDuplicates();
        assertThat(Told.byBoth(recent.rows("LONG"))).isEqualTo(Told.byBoth(old.rows("LONG")));
        assertThat(recent.result("LONG")).isEqualTo(old.result("LONG"));
        assertThat(targets(Api.OLD_DETAIL)).containsExactly("offset=1", "offset=2", "offset=3");
        assertThat(targets(Api.NEW_DETAIL).subList(0, 3)).containsExactly("offset=0", "offset=100", "offset=200");
    }

    @Test
    void aProvisionedOrderIsComplete() {
        order("CS-DONE", 5, 130);
        for (int n = 0; n < 130; n++) {
            var id = "done-" + n;
            bridge.partner().resource(CUSTOMER, id, draft -> draft.of("CS-DONE")
                    .size("40.5", 17)
                    .region("cn-north-4"));
        }

        var old = provisioning(OLD, "DONE", "CS-DONE");
        var recent = provisioning(NEW, "DONE", "CS-DONE");

        assertThat(old.result("DONE").get("progress")).isEqualTo("COMPLETE");
        assertThat(old.of("resource", "DONE")).hasSize(130);
        assertThat(Told.byBoth(recent.rows("DONE"))).isEqualTo(Told.byBoth(old.rows("DONE")));
        assertThat(bothTold(counts(recent, "DONE"), counts(old, "DONE")))
                .containsKeys("progress", "expected", "provisioned", "failed");
    }

    @Test
    void anOrderInProcessingTellsHowFarItIs() {
        order("CS-BUSY", 3, 5);
        parts("CS-BUSY", 1, 1, 1, 0, 0);

        var old = provisioning(OLD, "BUSY", "CS-BUSY");
        var recent = provisioning(NEW, "BUSY", "CS-BUSY");

        assertThat(old.result("BUSY").get("progress")).isEqualTo("IN_PROGRESS");
        assertThat(counts(old, "BUSY")).containsEntry("provisioned", "3").containsEntry("pending", "2");
        assertThat(bothTold(counts(recent, "BUSY"), counts(old, "BUSY"))).hasSizeGreaterThanOrEqualTo(4);
        assertThat(recent.of("resource", "BUSY")).hasSize(3);
    }

    @Test
    void anOrderThatCameInPartTellsTheFailedRest() {
        order("CS-PART", 5, 3);
        parts("CS-PART", 1, 2, 1);

        var old = provisioning(OLD, "PART", "CS-PART");
        var recent = provisioning(NEW, "PART", "CS-PART");

        assertThat(old.result("PART").get("progress")).isEqualTo("PART_FAILED");
        assertThat(counts(old, "PART")).containsEntry("provisioned", "2").containsEntry("failed", "1");
        assertThat(bothTold(counts(recent, "PART"), counts(old, "PART"))).hasSizeGreaterThanOrEqualTo(4);
    }

    @Test
    void aRenewalHasTheSameEffectAndTheSameAnswer() {
        for (var mode : List.of(0, 1, 3)) {
            var answers = new LinkedHashMap<String, Answer>();
            for (var tenant : List.of(OLD, NEW)) {
                var server = "server-" + tenant + mode;
                var disk = "disk-" + tenant + mode;
                for (var id : List.of(server, disk)) {
                    bridge.partner().resource(CUSTOMER, id, draft -> draft.expirePolicy(mode == 0 ? 3 : 0));
                }
                answers.put(
                        server,
                        desk.ask(
                                tenant,
                                "orders.renew",
                                ErpDesk.renewal("RENEW-" + mode, CUSTOMER, mode, server, disk)));
            }
            answers.forEach((server, answer) -> {
                assertThat(answer.outcome("RENEW-" + mode)).isEqualTo("OK");
                assertThat(answer.of("renewal", "RENEW-" + mode)).hasSize(1);
                assertThat(bridge.partner().journal().placedRenewals(server)).isEqualTo(1);
            });
            var state = bridge.partner().state();
            var old = state.resource("server-" + OLD + mode).orElseThrow();
            var recent = state.resource("server-" + NEW + mode).orElseThrow();
            assertThat(recent.expires()).isEqualTo(old.expires());
            assertThat(recent.expirePolicy()).isEqualTo(old.expirePolicy()).isEqualTo(mode);
        }
    }

    /** The old list leaves out customers of the referral model: that is its answer, and no gap to fill from the other. */
    @Test
    void whatOnlyTheNewListTellsIsNotAddedToTheOld() {
        bridge.partner().customer("referred", customer -> customer.consulting());
        bridge.partner().order("referred", draft -> draft.id("CS-REFERRED"));
        bridge.partner().journal().clear();
        var record = Map.of("document", "SCOPE", "customerId", "referred");

        var old = desk.ask(OLD, "orders.list", record);
        var recent = desk.ask(NEW, "orders.list", record);

        assertThat(old.outcome("SCOPE")).isEqualTo("OK");
        assertThat(old.rows("SCOPE")).isEmpty();
        assertThat(recent.column("order", "SCOPE", "orderId")).containsExactly("CS-REFERRED");
        assertThat(bridge.partner().journal().calls())
                .extracting(Call::api)
                .containsExactly(Api.OLD_LIST, Api.NEW_LIST);
    }

    @Test
    void anExpiredResourceIsNamedByBoth() {
        bridge.partner().resource(CUSTOMER, "expired-1", draft -> draft.refuses(RenewalRefusal.EXPIRED));
        bridge.partner().resource(CUSTOMER, "alive-1", draft -> draft);
        var record = ErpDesk.renewal("EXPIRED", CUSTOMER, 0, "alive-1", "expired-1");

        var old = desk.ask(OLD, "orders.renew", record);
        var recent = desk.ask(NEW, "orders.renew", record);

        assertThat(old.outcome("EXPIRED")).isEqualTo("REFUSED CBC.3016");
        assertThat(recent.outcome("EXPIRED")).isEqualTo("REFUSED CBC.99003016");
        assertThat(recent.text("EXPIRED")).isEqualTo(old.text("EXPIRED")).isEqualTo(RenewalRefusal.EXPIRED.text());
        assertThat(recent.rows("EXPIRED")).isEqualTo(old.rows("EXPIRED"));
        assertThat(old.column("expired", "EXPIRED", "resourceId")).containsExactly("expired-1");
        assertThat(bridge.partner().journal().placedRenewals("alive-1")).isZero();
    }

    private void order(String id, int status, int lines) {
        bridge.partner().order(CUSTOMER, draft -> {
            draft.id(id).status(status);
            for (int n = 0; n < lines; n++) {
                draft.line(LineItem.monthly(ServiceType.EC2, Price.of("1.00"), ORDERED));
            }
            return draft;
        });
    }

    /** 1 provisioned, 2 failed, 0 pending. */
    private void parts(String order, int... provisioning) {
        for (int n = 0; n < provisioning.length; n++) {
            var state = provisioning[n];
            bridge.partner().resource(CUSTOMER, order + "-" + n, draft -> draft.of(order)
                    .provisioning(state));
        }
    }

    private Answer provisioning(String tenant, String document, String order) {
        var answer = desk.ask(
                tenant, "orders.provisioning", Map.of("document", document, "orderId", order, "customerId", CUSTOMER));
        assertThat(answer.outcome(document)).isEqualTo("OK");
        return answer;
    }

    private static Map<String, String> counts(Answer answer, String document) {
        var told = new LinkedHashMap<String, String>();
        for (var name : List.of("progress", "expected", "provisioned", "failed", "pending")) {
            var value = answer.result(document).get(name);
            told.put(name, value.matches("0*\\d+") ? String.valueOf(Integer.parseInt(value)) : value);
        }
        return told;
    }

    /** The counts that neither side left blank; they must agree. */
    private static Map<String, String> bothTold(Map<String, String> one, Map<String, String> other) {
        var both = new LinkedHashMap<>(one);
        both.keySet()
                .removeIf(name -> one.get(name).isEmpty() || other.get(name).isEmpty());
        both.forEach((name, value) -> assertThat(value).as(name).isEqualTo(other.get(name)));
        return both;
    }

    private List<String> targets(Api api) {
        return bridge.partner().journal().calls(api).stream()
                .map(Call::target)
                .filter(target -> target.contains("CS-LONG"))
                .map(target -> target.replaceAll(".*(offset=\\d+).*", "$1"))
                .toList();
    }
}
