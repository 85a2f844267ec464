package io.hcpnbridge.mappings;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The rules of records about bills, quotas, coupons and on-demand resources, in the words that the ERP's people read. */
class ConsumptionRulesTest {
    private static final Map<String, String> LEAST = Map.of(
            "bills.records", "{\"document\":\"D1\",\"billCycle\":\"2026-10\"}",
            "coupons.quotas", "{\"document\":\"D1\"}",
            "orders.coupons", "{\"document\":\"D1\",\"orderId\":\"CS1\",\"customerId\":\"c1\"}",
            "resources.on-demand", "{\"document\":\"D1\",\"customerId\":\"c1\"}");

    @Test
    void theLeastThatIsNeeded() {
        LEAST.forEach(
                (iface, record) -> assertThat(broken(iface, record)).as(iface).isEmpty());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "bills.records       | billCycle         | \"2026-13\"          | billCycle must be a month like 2026-10",
                "bills.records       | billCycle         | \"2026-1\"           | billCycle must be a month like 2026-10",
                "bills.records       | dayFrom           | \"2026-10-01\"       | dayTo is required",
                "bills.records       | dayTo             | \"2026-10-01\"       | dayFrom is required",
                "bills.records       | chargingMode      | 2                    | chargingMode must be one of 1, 3, 10, 11",
                "bills.records       | billDetailType    | 6                    | billDetailType must be one of 1, 2, 3, 4, 5, 8, 9",
                "bills.records       | associationType   | \"3\"                | associationType must be one of 1, 2",
                "bills.records       | customerId        | \"../c1\"            | customerId must be at most 64 letters",
                "bills.records       | tradeId           | \"a b\"              | tradeId must be at most 64 characters of ASCII",
                "coupons.quotas      | indirectPartnerId | \"-p\"               | indirectPartnerId must be at most 64 letters",
                "orders.coupons      | orderId           | \"订单\"              | orderId must be at most 64 letters",
                "resources.on-demand | status            | 7                    | status must be one of 1, 2, 3, 4, 5, 6",
                "resources.on-demand | resourceIds       | \"a,b\\tc\"          | resourceIds must be at most 50 ids",
                "resources.on-demand | region            | \"\"                 | region must be at most 64 characters",
            })
    void aRecordThatBreaksARuleSaysWhich(String iface, String field, String value, String rule) {
        List<String> broken = broken(iface, with(LEAST.get(iface), field, value));

        assertThat(broken).hasSize(1).first().asString().startsWith(rule);
    }

    @ParameterizedTest
    @CsvSource({"2026-02-28, 0", "2026-02-30, 2", "20260228, 2"})
    void daysAreDaysOfTheCalendar(String day, int problems) {
        String record = with(LEAST.get("bills.records"), "dayFrom", "\"" + day + "\"");

        assertThat(broken("bills.records", with(record, "dayTo", "\"" + day + "\"")))
                .hasSize(problems);
    }

    @ParameterizedTest
    @CsvSource({"50, 0", "51, 1"})
    void fiftyResourcesAreAskedForAtOnce(int count, int problems) {
        String ids = "\"" + "r-123 ".repeat(count).strip() + "\"";

        assertThat(broken("resources.on-demand", with(LEAST.get("resources.on-demand"), "resourceIds", ids)))
                .hasSize(problems);
    }

    private static String with(String record, String field, String value) {
        ObjectNode changed = (ObjectNode) ShippedMapping.json(record);
        changed.set(field, ShippedMapping.json(value));
        return changed.toString();
    }

    private static List<String> broken(String iface, String record) {
        return ShippedMapping.of(iface).mapping().recordContract().check(ShippedMapping.json(record)).stream()
                .map(violation -> violation.field() + " " + violation.rule())
                .toList();
    }
}
