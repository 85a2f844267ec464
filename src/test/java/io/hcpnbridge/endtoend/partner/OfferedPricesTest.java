package io.hcpnbridge.endtoend.partner;

import static org.assertj.core.api.Assertions.assertThat;

import io.hcpnbridge.rehearsal.ErpFormat;
import io.hcpnbridge.rehearsal.RunningBridge;
import io.hcpnbridge.standin.StandInPartnerApi;
import io.hcpnbridge.standin.call.Api;
import io.hcpnbridge.standin.state.CatalogProduct;
import io.hcpnbridge.standin.state.IncentivePolicies.Policy;
import io.hcpnbridge.standin.state.PartnerRole;
import io.hcpnbridge.standin.state.ServiceType;
import io.hcpnbridge.standin.state.Site;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What is offered where and to whom: the rest is refused before a call is spent. */
class OfferedPricesTest {
    private static final String CUSTOMER = "c0ffee0000000000000000000000001";
    private static final Map<String, String> LINE = Map.ofEntries(
            Map.entry("document", "D1"),
            Map.entry("customerId", CUSTOMER),
            Map.entry("projectId", "p1"),
            Map.entry("service", ServiceType.EC2.code()),
            Map.entry("resourceType", "hws.resource.type.vm"),
            Map.entry("resourceSpec", "s6.linux"),
            Map.entry("region", "ap-southeast-1"),
            Map.entry("periodType", "2"),
            Map.entry("periodNum", "1"),
            Map.entry("quantity", "1"));

    @Test
    void theInternationalSiteHasPricesInDollarsButNoInstalmentsAndNoPolicies() {
        try (var bridge = RunningBridge.start(surroundings -> {
            surroundings.set("partner.site", "international");
            var partner = surroundings.partner();
            partner.settings().site(Site.INTERNATIONAL);
            partner.partner(StandInPartnerApi.PARTNER);
            surroundings.knowCustomer(CUSTOMER);
            partner.state()
                    .prices()
                    .tellCurrency(false)
                    .project("p1", CUSTOMER)
                    .put(CatalogProduct.of("PRD", ServiceType.EC2, "hws.resource.type.vm", "ap-southeast-1", "s6.linux")
                            .per(2, "20.05"));
        })) {
            var desk = new ErpDesk(bridge);
            var answer = desk.ask("acme", "prices.period", LINE);
            assertThat(answer.column("price", "D1", "officialAmount")).containsExactly("20.05");
            assertThat(answer.sum("officialAmount", "USD")).isEqualTo("20.05");

            bridge.partner().journal().clear();
            var instalments = new HashMap<>(LINE);
            instalments.put("feeInstallment", "NA");
            assertThat(problems(desk.ask("acme", "prices.period", instalments)))
                    .containsExactly("2 feeInstallment is offered on the China site only (fee_installment_mode of"
                            + " subscribe-rate)");
            assertThat(problems(desk.ask("acme", "products.policies", Map.of("document", "D1", "month", "2026-03"))))
                    .anyMatch(problem -> problem.contains("is offered on the China site only"));
            assertThat(bridge.partner().journal().total()).isZero();
        }
    }

    @Test
    void policiesAreReadPageByPageForThoseWhoMaySeeThem() {
        try (var bridge = RunningBridge.start(surroundings -> {
            surroundings.tenant("small", StandInPartnerApi.PARTNER);
            surroundings.set("partner.tenants.small.role", "reseller");
            surroundings.set("partner.tenants.acme.role", "distributor");
        })) {
            var desk = new ErpDesk(bridge);
            var partner = bridge.partner().state().partner(StandInPartnerApi.PARTNER);
            bridge.partner().state().put(partner.as(PartnerRole.DISTRIBUTOR));
            for (int i = 0; i < 250; i++) {
                bridge.partner()
                        .state()
                        .policies()
                        .put("2026-03", new Policy("hws.service.type." + i, "云服务" + i, "13", i % 2 == 0));
            }
            var refused = desk.ask("small", "products.policies", Map.of("document", "D1", "month", "2026-03"));
            assertThat(problems(refused)).hasSize(1).allMatch(problem -> problem.contains("solution providers"));
            assertThat(bridge.partner().journal().total()).isZero();

            var answer = desk.ask("acme", "products.policies", Map.of("document", "D2", "month", "2026-03"));

            assertThat(answer.of("policy", "D2")).hasSize(250);
            assertThat(answer.column("policy", "D2", "service")).doesNotHaveDuplicates();
            assertThat(answer.of("policy", "D2").get(1).get("discountAllowed")).isEqualTo("N");
            assertThat(bridge.partner().journal().calls(Api.POLICIES)).hasSize(3);
        }
    }

    private static List<String> problems(Answer refusal) {
        return refusal.lines().stream()
                .filter(line -> line.record().equals("problem"))
                .map((ErpFormat.Line line) -> line.get("line") + " " + line.get("field") + " " + line.get("rule"))
                .toList();
    }
}
