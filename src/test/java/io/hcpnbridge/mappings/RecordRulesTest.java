package io.hcpnbridge.mappings;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The rules of the ERP's records, in the words that the ERP's people read. */
class RecordRulesTest {
    private static final String LIST = "{\"document\":\"D1\"}";
    private static final String RENEW =
            """
            {"document":"D1","customerId":"c1","resource1":"r1","periodType":2,"periodNum":1,"expireMode":3}
            """;
    private static final String PROVISIONING = "{\"document\":\"D1\",\"orderId\":\"CS1\",\"customerId\":\"c1\"}";

    @Test
    void theLeastThatIsNeeded() {
        assertThat(broken("orders.list", LIST)).isEmpty();
        assertThat(broken("orders.detail", "{\"document\":\"D1\",\"orderId\":\"CS1\"}"))
                .isEmpty();
        assertThat(broken("orders.provisioning", PROVISIONING)).isEmpty();
        assertThat(broken("orders.renew", RENEW)).isEmpty();
    }

    @Test
    void everythingNeededIsMissed() {
        assertThat(broken("orders.renew", "{}"))
                .containsExactly(
                        "customerId is required",
                        "document is required",
                        "expireMode is required",
                        "periodNum is required",
                        "periodType is required",
                        "resource1 is required");
        assertThat(broken("orders.list", "{}")).containsExactly("document is required");
        assertThat(broken("orders.detail", "{}")).containsExactly("document is required", "orderId is required");
        assertThat(broken("orders.provisioning", "{}"))
                .containsExactly("customerId is required", "document is required", "orderId is required");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "status        | 7                        | status must be one of 1, 2, 3, 4, 5, 6, 9, 10, 11, 12, 13",
                "orderType     | 12                       | orderType must be one of 1, 2, 3, 4, 10, 11, 13, 14, 15",
                "wantOriginal  | \"J\"                    | wantOriginal must be one of Y, N",
                "createdFrom   | \"2024-01-01T00:00:00Z\" | createdTo is required",
                "paidTo        | \"2024-01-01T00:00:00Z\" | paidFrom is required",
                "service       | \"a b\"                  | service must be at most 64 characters of ASCII without blanks",
                "reserved      | \"x\"                    | reserved must be blank",
            })
    void aListRecordThatBreaksARuleSaysWhich(String field, String value, String rule) {
        assertThat(broken("orders.list", with(LIST, field, value))).containsExactly(rule);
    }

    @ParameterizedTest
    @ValueSource(strings = {"../x", "a/b", "a b", "-a", "订单", ".", "a%2f"})
    void anIdThatCouldBreakAnAddressIsRefused(String id) {
        assertThat(broken("orders.list", with(LIST, "orderId", "\"" + id + "\"")))
                .containsExactly("orderId must be at most 64 letters, digits and . _ @ : -,"
                        + " beginning with a letter or digit");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2 | 11 | ''",
                "2 | 12 | periodNum must be at most 11 for periodType 2 (months)",
                "3 | 3  | ''",
                "3 | 4  | periodNum must be at most 3 for periodType 3 (years)",
                "2 | 0  | periodNum must be at least 1",
                "1 | 1  | 'periodType must be one of 2, 3'",
            })
    void elevenMonthsOrThreeYearsAtMost(String type, String number, String rule) {
        String record = with(with(RENEW, "periodType", type), "periodNum", number);

        assertThat(String.join("; ", broken("orders.renew", record))).isEqualTo(rule);
    }

    @ParameterizedTest
    @CsvSource({"0", "1", "2", "3"})
    void everyExpireModeIsKnown(String mode) {
        assertThat(broken("orders.renew", with(RENEW, "expireMode", mode))).isEmpty();
    }

    @Test
    void anExpireModeThatIsNotKnownIsRefused() {
        assertThat(broken("orders.renew", with(RENEW, "expireMode", "4")))
                .containsExactly("expireMode must be one of 0, 1, 2, 3");
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
