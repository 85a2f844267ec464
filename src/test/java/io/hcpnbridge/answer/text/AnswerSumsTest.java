package io.hcpnbridge.answer.text;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.hcpnbridge.json.ExactJson;
import io.hcpnbridge.ledger.ResultRow;
import io.hcpnbridge.mapping.definition.AnswerSum;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Tuple;
import net.jqwik.api.constraints.Scale;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

/** Sums of an answer are exact, whatever the order of its rows. */
class AnswerSumsTest {
    private static final AnswerSum AMOUNT = new AnswerSum("item", "amount", "currency");
    private static final AnswerSum FEE = new AnswerSum("item", "fee", "currency");

    @Property(tries = 200)
    void sumsAreExactPerKeyWhateverTheOrder(
            @ForAll @Size(max = 40) List<@Scale(6) BigDecimal> amounts, @ForAll Random random) {
        var rows = new ArrayList<ResultRow>();
        var expected = new TreeMap<String, BigDecimal>();
        amounts.forEach(amount -> {
            var currency = random.nextBoolean() ? "CNY" : "USD";
            rows.add(row("item", currency, amount));
            expected.merge(currency, amount, BigDecimal::add);
        });
        Collections.shuffle(rows, random);

        var lines = sums(List.of(AMOUNT), rows);

        assertThat(lines).extracting(line -> line.get("key").asText()).containsExactlyElementsOf(expected.keySet());
        assertThat(lines).allSatisfy(line -> assertThat(line.get("amount").decimalValue())
                .isEqualByComparingTo(expected.get(line.get("key").asText())));
        assertThat(lines.stream().mapToLong(line -> line.get("count").asLong()).sum())
                .isEqualTo(amounts.size());
    }

    @Test
    void manySmallAmountsAddUpToThePenny() {
        var rows = Collections.nCopies(1_000, row("item", "CNY", new BigDecimal("0.1")));

        assertThat(sums(List.of(AMOUNT), rows))
                .singleElement()
                .satisfies(line -> assertThat(line.get("amount").decimalValue()).isEqualByComparingTo("100"));
    }

    @Test
    void onlyNumbersOfTheDeclaredKindOfRowCount() {
        var text = row("item", "CNY", BigDecimal.ONE);
        text.content().put("amount", "7.00");
        var none = row("item", "CNY", BigDecimal.ONE);
        none.content().putNull("amount");

        assertThat(sums(List.of(AMOUNT), List.of(text, none, row("order", "CNY", BigDecimal.TEN))))
                .isEmpty();
    }

    @Test
    void aRowWithoutAKeyIsSummedUnderNone() {
        var row = row("item", "CNY", BigDecimal.TEN);
        row.content().remove("currency");

        assertThat(sums(List.of(AMOUNT), List.of(row)))
                .extracting(line -> line.get("key").asText())
                .containsExactly("");
    }

    @Test
    void sumsStandInTheOrderOfTheirDeclarationThenOfTheirKeys() {
        var rows = List.of(both("USD"), both("CNY"));

        assertThat(sums(List.of(FEE, AMOUNT), rows))
                .extracting(line ->
                        Tuple.of(line.get("field").asText(), line.get("key").asText()))
                .containsExactly(
                        Tuple.of("fee", "CNY"),
                        Tuple.of("fee", "USD"),
                        Tuple.of("amount", "CNY"),
                        Tuple.of("amount", "USD"));
    }

    private static ResultRow both(String currency) {
        var row = row("item", currency, BigDecimal.ONE);
        row.content().put("fee", BigDecimal.TEN);
        return row;
    }

    private static ResultRow row(String kind, String currency, BigDecimal amount) {
        return new ResultRow(
                "k",
                kind,
                ExactJson.mapper().createObjectNode().put("amount", amount).put("currency", currency));
    }

    private static List<ObjectNode> sums(List<AnswerSum> declared, List<ResultRow> rows) {
        var sums = new AnswerSums(declared);
        rows.forEach(sums::add);
        return sums.lines();
    }
}
