package io.hcpnbridge.endtoend.partner;

import static org.assertj.core.api.Assertions.assertThat;

import io.hcpnbridge.rehearsal.RunningBridge;
import io.hcpnbridge.rehearsal.Surroundings;
import io.hcpnbridge.standin.call.Api;
import io.hcpnbridge.standin.fault.Fault;
import io.hcpnbridge.standin.state.Coupon;
import io.hcpnbridge.standin.state.CouponQuota;
import io.hcpnbridge.standin.state.Fee;
import io.hcpnbridge.standin.state.FeeRecord;
import io.hcpnbridge.standin.state.OnDemandResource;
import io.hcpnbridge.standin.state.PartnerRole;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Bills, quotas, coupons and on-demand resources on the China site: what moves while it is read, and who may ask what. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BillsTest {
    private static final String BILLS = "bills.records";
    private static final YearMonth LAST_MONTH =
            YearMonth.now(ZoneOffset.ofHours(8)).minusMonths(1);

    private final RunningBridge bridge = RunningBridge.start(BillsTest::prepare);
    private final ErpDesk erp = new ErpDesk(bridge);

    private static void prepare(Surroundings surroundings) {
        var partner = surroundings.partner();
        surroundings.knowCustomer("c1");
        partner.customer("c2");
        partner.customer("c3", customer -> customer.consulting());
        partner.state().put(partner.partner("summit-domain").as(PartnerRole.DISTRIBUTOR));
        partner.state().put(partner.partner("valley-domain").as(PartnerRole.RESELLER));
        surroundings.tenant("summit", "summit-domain").set("partner.tenants.summit.role", "distributor");
        surroundings.tenant("valley", "valley-domain").set("partner.tenants.valley.role", "reseller");
        surroundings.tenant("novice", "valley-domain");
        surroundings.set("partner.tenants.acme.language", "en_US");
    }

    @BeforeEach
    void forget() {
        bridge.partner().journal().clear();
    }

    @AfterAll
    void close() {
        bridge.close();
    }

    @Test
    void onlyTheCustomerWhosePagesMoveIsReadAgain() {
        consumed("c1", 3);
        consumed("c2", 1_500);
        // customers, c1, the first page of c2; then a record comes in before all others
        bridge.partner().pageTurns().after(3, state -> {
            var more = new ArrayList<>(List.of(usage("c2-late")));
            IntStream.range(0, 1_500).forEach(n -> more.add(usage("c2-" + n)));
            state.fees().put(LAST_MONTH.toString(), "c2", more);
        });

        var answer = erp.ask("acme", BILLS, Map.of("document", "MOVES", "billCycle", LAST_MONTH.toString()));

        assertThat(answer.outcome("MOVES")).isEqualTo("OK");
        assertThat(answer.column("fee", "MOVES", "id"))
                .hasSize(1_504)
                .doesNotHaveDuplicates()
                .contains("c2-late");
        assertThat(answer.column("customer", "MOVES", "told")).containsExactly("3", "1501");
        assertThat(answer.sum("paymentAmount", "CNY")).isEqualTo("150.40");
        assertThat(bridge.partner().journal().calls(Api.FEE_RECORDS).stream()
                        .filter(call -> call.target().contains("customer_id=c1")))
                .hasSize(1);
    }

    @Test
    void theLanguageGoesAlong() {
        consumed("c1", 1);

        var answer = erp.ask(
                "acme", BILLS, Map.of("document", "WORDS", "billCycle", LAST_MONTH.toString(), "customerId", "c1"));

        assertThat(answer.column("fee", "WORDS", "serviceName")).containsExactly("Elastic Cloud Server");
    }

    @Test
    void monthsThatThePartnerDoesNotKeepCostNoCall() {
        var answer = erp.ask(
                "acme",
                BILLS,
                List.of(
                        Map.of(
                                "document",
                                "OLD",
                                "billCycle",
                                LAST_MONTH.minusMonths(18).toString()),
                        Map.of(
                                "document",
                                "NEXT",
                                "billCycle",
                                LAST_MONTH.plusMonths(2).toString())));

        assertThat(answer.outcome("OLD")).isEqualTo("REFUSED BRIDGE.NOT_AVAILABLE");
        assertThat(answer.outcome("NEXT")).isEqualTo("REFUSED BRIDGE.NOT_AVAILABLE");
        assertThat(answer.text("OLD")).contains("18");
        assertThat(bridge.partner().journal().total()).isZero();
    }

    @Test
    void aCustomerWhomThePartnerDoesNotTellAboutIsNamed() {
        consumed("c1", 1);
        consumed("c2", 1);
        bridge.partner().faults().next("fees", 1, Fault.error(400, "CBC.99000035", "not yours"));

        var answer = erp.ask("acme", BILLS, Map.of("document", "UNREAD", "billCycle", LAST_MONTH.toString()));

        assertThat(answer.outcome("UNREAD")).isEqualTo("PARTIAL CBC.99000035");
        assertThat(answer.column("unread", "UNREAD", "code")).containsExactly("CBC.99000035");
        assertThat(answer.of("customer", "UNREAD")).hasSize(1);
    }

    @Test
    void aResellerIsRefusedBeforeACallIfItsRoleIsKnownAndByThePartnerIfNot() {
        var known = erp.ask("valley", BILLS, Map.of("document", "RESELLER", "billCycle", LAST_MONTH.toString()));

        assertThat(known.lines())
                .anySatisfy(line -> assertThat(line.get("rule")).contains("resellers have no bills"));
        assertThat(bridge.partner().journal().total()).isZero();

        var unknown = erp.ask("novice", BILLS, Map.of("document", "RESELLER-2", "billCycle", LAST_MONTH.toString()));

        assertThat(unknown.outcome("RESELLER-2")).isEqualTo("REFUSED CBC.0151");
    }

    @Test
    void quotasAreForDistributors() {
        bridge.partner()
                .state()
                .coupons()
                .put(CouponQuota.of(
                        "Q1", "summit-domain", "reseller-1", "100.00", Instant.parse("2026-01-01T00:00:00Z")));

        var distributor = erp.ask("summit", "coupons.quotas", Map.of("document", "Q-SUMMIT"));
        var unknown = erp.ask("novice", "coupons.quotas", Map.of("document", "Q-NOVICE"));

        assertThat(distributor.column("quota", "Q-SUMMIT", "quotaId")).containsExactly("Q1");
        assertThat(distributor.sum("balance", "CNY")).isEqualTo("100.00");
        assertThat(unknown.outcome("Q-NOVICE")).isEqualTo("REFUSED CBC.0151");
    }

    @Test
    void resourcesThatLeaveWhileReadingAreNotInTheAnswer() {
        var created = Instant.parse("2026-05-01T00:00:00Z");
        var state = bridge.partner().state();
        IntStream.range(0, 150)
                .forEach(n -> state.put(OnDemandResource.server("ecs-%03d".formatted(n), "c2", created)));
        bridge.partner()
                .pageTurns()
                .after(1, changed -> changed.put(OnDemandResource.server("ecs-000", "c1", created)));

        var answer = erp.ask("acme", "resources.on-demand", Map.of("document", "ECS", "customerId", "c2"));

        assertThat(answer.column("resource", "ECS", "resourceId"))
                .hasSize(149)
                .doesNotHaveDuplicates()
                .doesNotContain("ecs-000");
        assertThat(answer.column("resource", "ECS", "serviceName")).containsOnly("Elastic Cloud Server");
    }

    @Test
    void resourcesOfAReferralCustomerAreNotTold() {
        var answer = erp.ask("acme", "resources.on-demand", Map.of("document", "REFERRAL", "customerId", "c3"));

        assertThat(answer.outcome("REFERRAL")).isEqualTo("REFUSED CBC.99000000");
    }

    @Test
    void couponsAreAskedForWithTheCustomersKeysOnly() {
        var order = bridge.partner().order("c1", draft -> draft.status(6));
        bridge.partner()
                .state()
                .coupons()
                .offer(order.id(), Coupon.of("CP1", 1, "50.0", Instant.parse("2026-01-01T00:00:00Z")));

        var answer = erp.ask(
                "acme",
                "orders.coupons",
                List.of(
                        Map.of("document", "CP-1", "orderId", order.id(), "customerId", "c1"),
                        Map.of("document", "CP-2", "orderId", order.id(), "customerId", "c2")));

        assertThat(answer.column("coupon", "CP-1", "couponType")).containsExactly("301");
        assertThat(answer.outcome("CP-2"))
                .as("a customer who has not authorised")
                .isEqualTo("REFUSED BRIDGE.NOT_AUTHORISED");
        assertThat(bridge.partner().journal().calls(Api.ORDER_COUPONS))
                .extracting(call -> call.accessKey())
                .containsOnly(bridge.partner().keysOf("c1").accessKey());
    }

    /** A customer's last month anew: records over 0.10 with ids by customer and number. */
    private void consumed(String customer, int records) {
        bridge.partner()
                .state()
                .fees()
                .put(
                        LAST_MONTH.toString(),
                        customer,
                        IntStream.range(0, records)
                                .mapToObj(n -> usage(customer + "-" + n))
                                .toList());
    }

    private static FeeRecord usage(String id) {
        var middle = LAST_MONTH.atDay(15).atStartOfDay().toInstant(ZoneOffset.UTC);
        return FeeRecord.usage(id, middle, Fee.of("0.10"));
    }
}
