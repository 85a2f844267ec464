package io.hcpnbridge.mappings;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GenerationNeedsTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "orders.list         | indirectPartnerId | \"r1\"",
                "orders.list         | paidForMembers    | \"Y\"",
                "orders.list         | wantExtended      | \"Y\"",
                "orders.detail       | indirectPartnerId | \"r1\"",
                "orders.detail       | wantExtended      | \"Y\"",
            })
    void onlyTheNewEndpointsCanDoThis(String iface, String field, String value) {
        JsonNode needs = needs(iface, "{\"%s\":%s}".formatted(field, value), "china");

        assertThat(needs.path("old")).isEmpty();
        assertThat(needs.get("new"))
                .singleElement()
                .satisfies(reason -> assertThat(reason.get("en").textValue()).startsWith(field));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "orders.list         | wantOriginal | \"Y\"",
                "orders.detail       | wantOriginal | \"Y\"",
                "orders.provisioning | wantParts    | \"Y\"",
                "orders.renew        | expireMode   | 2",
            })
    void onlyTheOldEndpointsCanDoThis(String iface, String field, String value) {
        JsonNode needs = needs(iface, "{\"%s\":%s}".formatted(field, value), "china");

        assertThat(needs.path("new")).isEmpty();
        assertThat(needs.get("old"))
                .singleElement()
                .satisfies(reason -> assertThat(reason.get("en").textValue()).startsWith(field));
    }

    @ParameterizedTest
    @ValueSource(strings = {"orders.list", "orders.detail", "orders.provisioning", "orders.renew"})
    void withoutSuchWishesBothCan(String iface) {
        String record =
                "{\"wantOriginal\":\"N\",\"wantExtended\":\"N\",\"paidForMembers\":\"N\",\"wantParts\":\"N\",\"expireMode\":3}";
        JsonNode needs = needs(iface, record, "china");

        assertThat(needs.path("old")).isEmpty();
        assertThat(needs.path("new")).isEmpty();
    }

    @Test
    void contradictingWishesAreNamedOnBothSides() {
        JsonNode needs = needs("orders.list", "{\"wantOriginal\":\"Y\",\"wantExtended\":\"Y\"}", "china");

        assertThat(needs.get("old")).hasSize(1);
        assertThat(needs.get("new")).hasSize(1);
    }

    @Test
    void paymentsForMembersNeedTheCustomerOnTheInternationalSiteOnly() {
        String record = "{\"paidForMembers\":\"Y\"}";

        assertThat(needs("orders.list", record, "china").path("impossible")).isEmpty();
        assertThat(needs("orders.list", record, "international")
                        .get("impossible")
                        .get(0)
                        .get("en")
                        .textValue())
                .isEqualTo("paidForMembers=Y needs customerId on the International site");
        assertThat(needs("orders.list", "{\"paidForMembers\":\"Y\",\"customerId\":\"c1\"}", "international")
                        .path("impossible"))
                .isEmpty();
    }

    @Test
    void aRangeThatRunsBackwardsIsImpossible() {
        JsonNode needs = needs(
                "orders.list",
                "{\"createdFrom\":\"2024-02-01T00:00:00Z\",\"createdTo\":\"2024-01-01T00:00:00Z\"}",
                "china");

        assertThat(needs.path("impossible")).hasSize(1);
        assertThat(needs.get("impossible").get(0).get("en").textValue())
                .isEqualTo("createdFrom is later than createdTo");
    }

    @Test
    void aResourceNamedTwiceIsImpossible() {
        JsonNode needs = needs(
                "orders.renew",
                "{\"resource1\":\"a\",\"resource2\":\"b\",\"resource4\":\"a\",\"expireMode\":3}",
                "china");

        assertThat(needs.path("impossible")).hasSize(1);
        assertThat(needs.get("impossible").get(0).get("en").textValue())
                .isEqualTo("resource4 repeats an earlier column");
    }

    private static JsonNode needs(String iface, String record, String site) {
        return ShippedMapping.of(iface).generationNeeds(ShippedMapping.context(record, site));
    }
}
