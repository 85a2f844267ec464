package io.hcpnbridge.intake.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.hcpnbridge.json.ExactJson;
import io.hcpnbridge.mapping.problem.Problem;
import org.junit.jupiter.api.Test;

/** The keys of a header: visible, and with one spelling only. */
class HeaderKeysTest {
    @Test
    void plainKeysAreNoProblemAndStayAsTheyAre() {
        var keys = keys("orders.list", "B1", "acme");

        assertThat(keys.problems(1)).isEmpty();
        assertThat(keys.visible()).isEqualTo(keys.header());
    }

    @Test
    void whatCannotBeSeenIsToldEscapedAndShownAsAQuestionMark() {
        var keys = keys("orders.list", "B\u200b1", "ac\u0007me");

        assertThat(keys.problems(1)).extracting(Problem::field).containsExactly("batchNumber", "tenant");
        assertThat(keys.problems(1))
                .allSatisfy(
                        problem -> assertThat(problem.value()).contains("\\u").matches("\\p{ASCII}*"));
        assertThat(keys.visible().path("batchNumber").asText()).isEqualTo("B?1");
        assertThat(keys.visible().path("tenant").asText()).isEqualTo("ac?me");
        assertThat(keys.isKey("interface")).isTrue();
        assertThat(keys.isKey("tenant")).isFalse();
    }

    @Test
    void fullWidthLettersAreToldTheirPlainSpelling() {
        assertThat(keys("orders.list", "Ｂ１", "acme").problems(4))
                .singleElement()
                .satisfies(problem -> {
                    assertThat(problem.line()).isEqualTo(4);
                    assertThat(problem.rule().en()).endsWith("B1");
                });
    }

    @Test
    void aHeaderThatSaysLessHasNoProblemWithItAndGetsNothingAdded() {
        var keys = new HeaderKeys(ExactJson.mapper().createObjectNode());

        assertThat(keys.problems(1)).isEmpty();
        assertThat(keys.visible()).isEmpty();
        assertThat(keys.text("tenant")).isEmpty();
    }

    private static HeaderKeys keys(String interfaceName, String batch, String tenant) {
        return new HeaderKeys(ExactJson.mapper()
                .createObjectNode()
                .put("interface", interfaceName)
                .put("batchNumber", batch)
                .put("tenant", tenant)
                .put("remark", "\u200b"));
    }
}
