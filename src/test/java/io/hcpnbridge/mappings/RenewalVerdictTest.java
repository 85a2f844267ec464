package io.hcpnbridge.mappings;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.hcpnbridge.mapping.DoubtMapping;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a customer's renewal orders tell of a renewal in doubt: its money is spent, or sent again, by what is said here. */
class RenewalVerdictTest {
    private static final String SENT = "2026-03-01T12:00:00Z";

    private final DoubtMapping asking =
            ShippedMapping.of("orders.renew").mapping().doubts().orElseThrow();
    /** Of each order that may be ours. */
    private String items = "{\"total_count\":1,\"order_info\":{},\"order_line_items\":[%s]}".formatted(item("2", "1"));

    @Test
    void theCustomerIsAskedAsAPartnersListLeavesOutThoseOfItsResellers() {
        var request = asking.question(seen(null, null));

        assertThat(request.get("caller").textValue()).isEqualTo("customer");
        assertThat(request.get("query").has("customer_id")).isFalse();
    }

    @Test
    void anOrderWithAllResourcesIsTheProofThatItWasPlaced() {
        var verdict = verdict(order("CS1", SENT), Map.of("CS1", told(2, "r1", "r2")));

        assertThat(verdict.get("verdict").textValue()).isEqualTo("placed");
        assertThat(verdict.get("response").toString()).isEqualTo("{\"order_ids\":[\"CS1\"]}");
        assertThat(verdict.get("found").toString()).isEqualTo("[\"renewal:CS1\"]");
    }

    @ParameterizedTest
    @CsvSource({"2,1,placed", "2,3,unknown", "3,1,unknown", "null,null,unknown"})
    void whatWasRenewedByHandAtThatTimeHasAnotherPeriod(String type, String number, String verdict) {
        items = "{\"total_count\":1,\"order_info\":{},\"order_line_items\":[%s]}".formatted(item(type, number));

        assertThat(verdict(order("CS1", SENT), Map.of("CS1", told(2, "r1", "r2")))
                        .get("verdict")
                        .textValue())
                .isEqualTo(verdict);
    }

    @Test
    void itemsThatAreNotAllToldMayHaveAnother() {
        items = "{\"total_count\":2,\"order_info\":{},\"order_line_items\":[%s]}".formatted(item("2", "1"));

        assertThat(verdict(order("CS1", SENT), Map.of("CS1", told(2, "r1", "r2")))
                        .get("verdict")
                        .textValue())
                .isEqualTo("unknown");
    }

    @Test
    void whatIsFoundMayBeOfAnotherRenewalOfTheCustomerThatIsUnderWay() {
        assertThat(verdict(order("CS1", SENT), Map.of("CS1", told(2, "r1", "r2")))
                        .get("rivals")
                        .toString())
                .isEqualTo("{\"interfaces\":[\"orders.renew\"],\"with\":{\"customerId\":\"c1\"}}");
    }

    @Test
    void noOrderWithAnyOfThemIsTheProofThatItWasNot() {
        assertThat(verdict("", Map.of()).get("verdict").textValue()).isEqualTo("not-placed");
        assertThat(verdict(order("CS1", SENT), Map.of("CS1", told(1, "r9")))
                        .get("verdict")
                        .textValue())
                .isEqualTo("not-placed");
    }

    @Test
    void aPartOfTheResourcesTellsNothingOfTheOthersAsTheirOrderMayCome() {
        assertThat(verdict(order("CS1", SENT), Map.of("CS1", told(1, "r1")))
                        .get("verdict")
                        .textValue())
                .isEqualTo("unknown");
    }

    @Test
    void anOrderWhoseResourcesAreNotAllToldMayBeTheOne() {
        var two = order("CS1", SENT) + "," + order("CS2", SENT);

        assertThat(verdict(two, Map.of("CS1", told(0), "CS2", told(1, "r9")))
                        .get("verdict")
                        .textValue())
                .isEqualTo("unknown");
        assertThat(verdict(two, Map.of("CS1", told(2, "r8"), "CS2", told(1, "r9")))
                        .get("verdict")
                        .textValue())
                .isEqualTo("unknown");
        assertThat(verdict(two, Map.of("CS1", told(0), "CS2", told(2, "r1", "r2")))
                        .get("verdict")
                        .textValue())
                .isEqualTo("unknown");
    }

    @Test
    void twoOrdersOfTheSameResourceAreNotToldApart() {
        assertThat(verdict(
                                order("CS1", SENT) + "," + order("CS2", SENT),
                                Map.of("CS1", told(2, "r1", "r2"), "CS2", told(1, "r1")))
                        .get("verdict")
                        .textValue())
                .isEqualTo("unknown");
    }

    @ParameterizedTest
    @CsvSource({"2026-03-01T11:55:00Z,placed", "2026-03-01T11:45:00Z,unknown", "2026-03-01T12:45:00Z,unknown"})
    void anOrderThatIsMuchEarlierOrLaterProvesNothingEitherWayAsClocksDiffer(String created, String verdict) {
        assertThat(verdict(order("CS1", created), Map.of("CS1", told(2, "r1", "r2")))
                        .get("verdict")
                        .textValue())
                .isEqualTo(verdict);
        var query = asking.question(seen(null, null)).get("query");
        assertThat(created)
                .isBetween(
                        query.get("create_time_begin").textValue(),
                        query.get("create_time_end").textValue());
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 3})
    void aListThatIsNotToldAtOnceProvesNothing(int total) {
        var list = "{\"total_count\":" + total + ",\"order_infos\":[" + order("CS1", SENT) + "]}";

        assertThat(asking.verdict(seen(null, list)).get("verdict").textValue()).isEqualTo("unknown");
    }

    @Test
    void aListWithAnOrderTwiceMayHideAnother() {
        var list = "{\"total_count\":2,\"order_infos\":[%1$s,%1$s]}".formatted(order("CS1", SENT));

        assertThat(asking.verdict(seen(null, list)).get("verdict").textValue()).isEqualTo("unknown");
    }

    @Test
    void resourcesWithOneTwiceMayHideAnother() {
        assertThat(verdict(order("CS1", SENT), Map.of("CS1", told(2, "r9", "r9")))
                        .get("verdict")
                        .textValue())
                .isEqualTo("unknown");
    }

    /** What is said in the end, with the resources that each order has. */
    private JsonNode verdict(String orders, Map<String, String> resources) {
        var list = "{\"total_count\":%s,\"order_infos\":[%s]}".formatted(resources.size(), orders);
        var said = asking.verdict(seen(null, list));
        List<String> asked = new ArrayList<>();
        while (said.has("next")) {
            var question = asking.question(seen(said.get("next"), null));
            if (question.get("api").textValue().equals("show-order-new")) {
                said = asking.verdict(seen(said.get("next"), items));
            } else {
                var order = question.at("/body/order_id").textValue();
                asked.add(order);
                said = asking.verdict(seen(said.get("next"), resources.get(order)));
            }
        }
        assertThat(asked).containsExactlyInAnyOrderElementsOf(resources.keySet());
        return said;
    }

    private static String item(String periodType, String periodNum) {
        return "{\"period_type\":%s,\"period_num\":%s}".formatted(periodType, periodNum);
    }

    private static String order(String id, String created) {
        return "{\"order_id\":\"%s\",\"create_time\":\"%s\"}".formatted(id, created);
    }

    private static String told(int total, String... resources) {
        var data = Arrays.stream(resources)
                .map("{\"resource_id\":\"%s\"}"::formatted)
                .collect(Collectors.joining(","));
        return "{\"total_count\":%s,\"data\":[%s]}".formatted(total, data);
    }

    private static JsonNode seen(JsonNode cursor, String response) {
        var in = ShippedMapping.context(
                "{\"customerId\":\"c1\",\"resource1\":\"r1\",\"resource2\":\"r2\",\"periodType\":2,\"periodNum\":1}",
                "china");
        in.set("cursor", cursor);
        in.putObject("doubt").put("since", SENT).put("api", "renew-resources-old");
        if (response != null) {
            in.putObject("judgement").put("verdict", "success");
            in.set("response", ShippedMapping.json(response));
        }
        return in;
    }
}
