package io.hcpnbridge.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Bad values are refused before anything is installed, with a message that tells where and what. */
class RefusedValuesTest {
    private static final Path TABLE = Path.of("src/test/resources/chart/refused/values.yaml");

    /** What a value must never come back as: it may be a secret in the wrong place. */
    private static final String CANARY = "canary-of-a-test";

    /**
     * One line of the table.
     *
     * @param wrong what is wrong
     * @param values YAML that is laid over the least values
     * @param says parts of the message
     */
    private record Refused(String wrong, String values, List<String> says) {
        @Override
        public String toString() {
            return wrong;
        }
    }

    static Stream<Refused> table() {
        return Pod.elements(Yaml.one(Chart.text(TABLE)))
                .map(line -> new Refused(
                        line.path("wrong").asText(),
                        line.path("values").toString(),
                        Pod.elements(line.path("says")).map(JsonNode::asText).toList()));
    }

    @ParameterizedTest
    @MethodSource("table")
    void itIsRefusedInWordsThatHelp(Refused refused) {
        assertThatThrownBy(() -> Situation.least().with(refused.values()).manifests())
                .satisfies(thrown ->
                        assertThat(thrown.getMessage()).contains(refused.says()).doesNotContain(CANARY));
    }

    @Test
    void whatTheyAreLaidOverIsGood() {
        assertThat(Situation.least().manifests().all()).isNotEmpty();
        assertThat(table())
                .hasSizeGreaterThanOrEqualTo(30)
                .extracting(Refused::wrong)
                .doesNotHaveDuplicates();
    }
}
