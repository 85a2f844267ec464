package io.hcpnbridge.endtoend.partner;

import static org.assertj.core.api.Assertions.assertThat;

import io.hcpnbridge.rehearsal.RunningBridge;
import io.hcpnbridge.rehearsal.Surroundings;
import io.hcpnbridge.standin.StandInPartnerApi;
import io.hcpnbridge.standin.state.OnDemandResource;
import io.hcpnbridge.standin.state.PostpaidBill;
import io.hcpnbridge.standin.state.Site;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What the International site has of bills and resources, and how the rest is refused before a call. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class InternationalBillsTest {
    private final StandInPartnerApi partner = new StandInPartnerApi(Site.INTERNATIONAL).start();
    private final RunningBridge bridge = RunningBridge.start(this::prepare);
    private final ErpDesk erp = new ErpDesk(bridge);

    private void prepare(Surroundings surroundings) {
        partner.customer("c1");
        partner.state().put(OnDemandResource.server("ecs-1", "c1", Instant.parse("2026-05-01T00:00:00Z")));
        partner.state()
                .fees()
                .put(
                        StandInPartnerApi.PARTNER,
                        new PostpaidBill(
                                "2026-10",
                                new BigDecimal("106.00"),
                                new BigDecimal("120.00"),
                                new BigDecimal("-15.00"),
                                new BigDecimal("-5.00"),
                                new BigDecimal("6.00")));
        surroundings.international(partner);
    }

    @BeforeEach
    void forget() {
        partner.journal().clear();
    }

    @AfterAll
    void close() {
        bridge.close();
        partner.close();
    }

    @Test
    void aMonthIsTheBillOfThePartner() {
        var answer = erp.ask(
                "acme",
                "bills.records",
                List.of(
                        Map.of("document", "BILL", "billCycle", "2026-10"),
                        Map.of("document", "NONE", "billCycle", "2026-09")));

        assertThat(answer.column("bill", "BILL", "amountDue")).containsExactly("106.00");
        assertThat(answer.sum("refunds", "USD")).isEqualTo("-15.00");
        assertThat(answer.outcome("NONE")).isEqualTo("REFUSED BRIDGE.NO_BILL_YET");
        assertThat(answer.text("NONE")).contains("5th of the next month");
    }

    @Test
    void whatTheSiteDoesNotHaveIsRefusedBeforeACall() {
        var records =
                erp.ask("acme", "bills.records", Map.of("document", "ONE", "billCycle", "2026-10", "customerId", "c1"));
        var quotas = erp.ask("acme", "coupons.quotas", Map.of("document", "QUOTAS"));
        var coupons =
                erp.ask("acme", "orders.coupons", Map.of("document", "COUPONS", "orderId", "CS1", "customerId", "c1"));

        assertThat(rules(records)).anyMatch(rule -> rule.contains("API postpaid-bill-summary"));
        assertThat(rules(quotas)).anyMatch(rule -> rule.contains("API issued-coupon-quotas"));
        assertThat(rules(coupons)).anyMatch(rule -> rule.contains("API order-coupons"));
        assertThat(partner.journal().total()).isZero();
    }

    @Test
    void onDemandResourcesAreTheSameOnBothSites() {
        var answer = erp.ask("acme", "resources.on-demand", Map.of("document", "ECS", "customerId", "c1"));

        assertThat(answer.column("resource", "ECS", "resourceId")).containsExactly("ecs-1");
    }

    private static List<String> rules(Answer answer) {
        return answer.lines().stream()
                .filter(line -> line.record().equals("problem"))
                .map(line -> line.get("rule"))
                .toList();
    }
}
