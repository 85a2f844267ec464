package io.hcpnbridge.mappings;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is offered on which site, and to whom: told with the rule's source, before a call is spent. */
class AvailabilityTest {

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "orders.coupons, china, unknown, -",
                "orders.coupons, international, unknown, site must be china",
                "coupons.quotas, china, unknown, -",
                "coupons.quotas, china, distributor, -",
                "coupons.quotas, china, solution-provider, tenant.role must be distributor",
                "coupons.quotas, china, reseller, tenant.role must be distributor",
                "coupons.quotas, international, distributor, site must be china",
                "bills.records, china, solution-provider, -",
                "bills.records, china, reseller, tenant.role must be solution-provider or distributor",
                "bills.records, international, unknown, -",
                "resources.on-demand, china, reseller, -",
                "resources.on-demand, international, unknown, -",
            })
    void anInterfaceIsOfferedOrNot(String iface, String site, String role, String rule) {
        List<String> broken = broken(iface, "{}", site, role);

        if (rule == null) {
            assertThat(broken).isEmpty();
        } else {
            assertThat(broken).hasSize(1).first().asString().startsWith(rule).contains("(API ");
        }
    }

    @Test
    void theInternationalSiteHasNoRecordsOfSingleCustomers() {
        assertThat(broken(
                        "bills.records",
                        "{\"billCycle\":\"2026-10\",\"customerId\":\"c1\",\"dayFrom\":\"2026-10-01\"}",
                        "international",
                        "unknown"))
                .hasSize(2)
                .allSatisfy(rule -> assertThat(rule)
                        .matches("(customerId|dayFrom) must be empty: the International site tells only the bill .*"));
    }

    @ParameterizedTest
    @CsvSource({
        "bills.records, solution-provider, 1",
        "bills.records, distributor, 0",
        "bills.records, unknown, 0",
        "resources.on-demand, solution-provider, 1",
        "resources.on-demand, reseller, 1",
        "resources.on-demand, distributor, 0"
    })
    void onlyDistributorsNameAReseller(String iface, String role, int problems) {
        assertThat(broken(iface, "{\"indirectPartnerId\":\"p1\"}", "china", role))
                .hasSize(problems);
    }

    private static List<String> broken(String iface, String record, String site, String role) {
        ObjectNode asked = ShippedMapping.object();
        asked.set("record", ShippedMapping.json(record));
        asked.put("site", site);
        asked.putObject("tenant").put("role", role);
        return ShippedMapping.of(iface).mapping().availability().against(asked).stream()
                .map(violation -> violation.field() + " " + violation.rule())
                .toList();
    }
}
