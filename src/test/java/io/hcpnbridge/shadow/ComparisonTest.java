package io.hcpnbridge.shadow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.hcpnbridge.json.ExactJson;
import io.hcpnbridge.ledger.RecordState;
import io.hcpnbridge.ledger.ResultRow;
import io.hcpnbridge.ledger.ShadowEnd.Difference;
import io.hcpnbridge.mapping.MappingCatalog;
import io.hcpnbridge.mapping.MappingSource;
import io.hcpnbridge.mapping.definition.InterfaceDefinition;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What counts as a difference between two answers, by the columns of the shipped order list. */
class ComparisonTest {
    private static final InterfaceDefinition ORDERS = new MappingCatalog(new MappingSource("file:mappings/"))
            .current("orders.list")
            .definition();

    @ParameterizedTest(name = "{0} and {1}")
    @CsvSource({
        "1.0, 1.00",
        "100, 1E+2",
        "'\"2026-03-01T02:03:04Z\"', '\"2026-03-01T10:03:04+08:00\"'",
        "'\"\"', null",
        "'\" \"', null",
        "'\"合同-1\"', '\"合同-1\"'",
    })
    void whatMeansTheSameToTheErpIsNoDifference(String one, String other) {
        assertThat(unexplained(order("contractId", one), order("contractId", other)))
                .isEmpty();
    }

    @ParameterizedTest(name = "{0} and {1}")
    @CsvSource({
        "1.00, 1.01",
        "0.1, 0.10000000000000001",
        "1, '\"1\"'",
        "'\"a\"', '\"A\"'",
        "'\"2026-03-01T02:03:04Z\"', '\"2026-03-01T02:03:05Z\"'",
        "'\"a\"', null",
        "null, 0",
    })
    void anythingElseIsOne(String one, String other) {
        assertThat(unexplained(order("contractId", one), order("contractId", other)))
                .extracting(Difference::kind, Difference::field)
                .containsExactly(tuple("order", "contractId"));
    }

    @Test
    void aBlankOfTheGenerationThatDoesNotFillTheColumnIsKnown() {
        var old = order("originalPrice", "120.00");
        var recent = order("serviceName", "\"server\"");

        var comparison = Comparison.of(ORDERS, none -> false, old, recent);

        assertThat(comparison.unexplained()).isEmpty();
        assertThat(comparison.known()).isEqualTo(2);
    }

    @Test
    void twoValuesOfSuchAColumnAreADifferenceNevertheless() {
        assertThat(unexplained(order("originalPrice", "120.00"), order("originalPrice", "121.00")))
                .hasSize(1);
    }

    @Test
    void aRowThatOnlyOneTellsIsADifferenceOfTheWholeRow() {
        var both = answer(row("order:1", "status", "\"5\""), row("order:2", "status", "\"5\""));
        var one = answer(row("order:2", "status", "\"5\""));

        assertThat(unexplained(both, one))
                .extracting(Difference::key, Difference::field, Difference::shadowed)
                .containsExactly(tuple("order:1", "*", null));
    }

    @Test
    void inWhichOrderRowsComeIsNotCompared() {
        var one = answer(row("order:1", "status", "\"5\""), row("order:2", "status", "\"6\""));
        var other = answer(row("order:2", "status", "\"6\""), row("order:1", "status", "\"5\""));

        assertThat(unexplained(one, other)).isEmpty();
    }

    @Test
    void whetherTheDocumentIsRefusedIsCompared() {
        var refused = new TestedAnswer(RecordState.REFUSED, fields("{}"), List.of());

        assertThat(unexplained(new TestedAnswer(RecordState.OK, fields("{}"), List.of()), refused))
                .extracting(Difference::kind, Difference::field, Difference::answered, Difference::shadowed)
                .containsExactly(tuple("result", "state", "OK", "REFUSED"));
    }

    @Test
    void whatSomebodyHasExplainedIsKnownAndNothingElse() {
        var comparison = Comparison.of(
                ORDERS,
                difference -> difference.field().equals("status"),
                answer(row("order:1", "status", "\"5\""), row("order:2", "currency", "\"CNY\"")),
                answer(row("order:1", "status", "\"6\""), row("order:2", "currency", "\"USD\"")));

        assertThat(comparison.known()).isEqualTo(1);
        assertThat(comparison.unexplained()).extracting(Difference::field).containsExactly("currency");
    }

    private static List<Difference> unexplained(TestedAnswer one, TestedAnswer other) {
        return Comparison.of(ORDERS, none -> false, one, other).unexplained();
    }

    private static TestedAnswer order(String column, String json) {
        return answer(row("order:1", column, json));
    }

    private static TestedAnswer answer(ResultRow... rows) {
        return new TestedAnswer(RecordState.OK, fields("{}"), Stream.of(rows).toList());
    }

    private static ResultRow row(String key, String column, String json) {
        return new ResultRow(key, "order", fields("{\"%s\": %s}".formatted(column, json)));
    }

    private static ObjectNode fields(String json) {
        return (ObjectNode) ExactJson.read(json);
    }
}
