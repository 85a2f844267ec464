package io.hcpnbridge.endtoend.partner;

import static org.assertj.core.api.Assertions.assertThat;

import io.hcpnbridge.rehearsal.RunningBridge;
import io.hcpnbridge.rehearsal.Surroundings;
import io.hcpnbridge.standin.StandInPartnerApi;
import io.hcpnbridge.standin.call.Api;
import io.hcpnbridge.standin.state.Price;
import io.hcpnbridge.standin.state.Site;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** The order interfaces on the International site. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class InternationalOrdersTest {
    private final StandInPartnerApi partner = new StandInPartnerApi(Site.INTERNATIONAL).start();
    private final RunningBridge bridge = RunningBridge.start(this::prepare);
    private final ErpDesk erp = new ErpDesk(bridge);

    private void prepare(Surroundings surroundings) {
        partner.customer("c1");
        partner.order("c1", order -> order.id("CS1").currency("USD").price(Price.of("12.345678")));
        partner.resource("c1", "r1", resource -> resource.of("CS1").provisioning(1));
        partner.resource("c1", "r2", resource -> resource);
        var keys = partner.keysOf("c1");
        surroundings.set("partner.tenants.acme.customers.c1.access-key", keys.accessKey());
        surroundings.set("partner.tenants.acme.customers.c1.secret-key", keys.secretKey());
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
    void ordersAreListedAndShownInDollarsToTheLastDigit() {
        var list = erp.ask("acme", "orders.list", Map.of("document", "LIST", "orderId", "CS1"));
        var detail = erp.ask("acme", "orders.detail", Map.of("document", "SHOW", "orderId", "CS1"));

        assertThat(list.outcome("LIST")).isEqualTo("OK");
        assertThat(list.column("order", "LIST", "currency")).containsExactly("USD");
        assertThat(list.column("order", "LIST", "amountAfterDiscount")).containsExactly("12.345678");
        assertThat(detail.column("order", "SHOW", "orderId")).containsExactly("CS1");
    }

    @Test
    void resourcesAreAskedForInTheCustomersName() {
        var provisioning = erp.ask(
                "acme", "orders.provisioning", Map.of("document", "PROV", "orderId", "CS1", "customerId", "c1"));

        assertThat(provisioning.outcome("PROV")).isEqualTo("OK");
        assertThat(partner.journal().calls(Api.RESOURCE_QUERY)).isNotEmpty().allSatisfy(call -> assertThat(
                        call.accessKey())
                .isEqualTo(partner.keysOf("c1").accessKey()));
    }

    @Test
    void aResourceIsRenewedOnce() {
        var renewal = erp.ask("acme", "orders.renew", ErpDesk.renewal("RENEW", "c1", 0, "r2"));

        assertThat(renewal.outcome("RENEW")).isEqualTo("OK");
        assertThat(partner.journal().placedRenewals("r2")).isOne();
    }
}
