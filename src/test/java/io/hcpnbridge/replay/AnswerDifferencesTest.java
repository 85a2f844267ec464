package io.hcpnbridge.replay;

import static org.assertj.core.api.Assertions.assertThat;

import io.hcpnbridge.replay.Difference.What;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class AnswerDifferencesTest {
    private long number;

    @Test
    void equalAnswersHaveNone() {
        var answer = List.of(row("A", "id", "1", "amount", "1.00"), row("A", "id", "1", "amount", "1.00"));

        assertThat(between(answer, answer)).isEmpty();
    }

    @Test
    void aRowIsComparedWithTheOneThatIsMostLikeIt() {
        var expected =
                List.of(row("A", "id", "1", "amount", "1.00"), row("A", "id", "2", "amount", "2.00", "unit", "GB"));
        var got = List.of(row("A", "id", "2", "amount", "2.01", "unit", "GB"));

        assertThat(between(expected, got))
                .containsExactly(
                        new Difference(What.COLUMN, expected.get(1), "amount", "2.00", "2.01"),
                        Difference.of(What.MISSING, expected.get(0)));
    }

    @Test
    void aColumnThatIsBlankOnOneSideIsNoTextThere() {
        var expected = List.of(row("A", "id", "1", "amount", "1.00"));
        var got = List.of(row("A", "id", "1", "unit", "GB"));

        assertThat(between(expected, got))
                .containsExactly(
                        new Difference(What.COLUMN, expected.get(0), "amount", "1.00", null),
                        new Difference(What.COLUMN, expected.get(0), "unit", null, "GB"));
    }

    @Test
    void aRowOfAnotherDocumentIsAnother() {
        var expected = List.of(row("A", "id", "1"));
        var got = List.of(row("B", "id", "1"));

        assertThat(between(expected, got))
                .containsExactly(
                        Difference.of(What.MISSING, expected.get(0)), Difference.of(What.TOO_MANY, got.get(0)));
    }

    @Test
    void rowsInAnotherOrderAreToldOnce() {
        var expected = List.of(row("A", "id", "1"), row("A", "id", "2"), row("A", "id", "3"));
        number = 0;
        var got = List.of(row("A", "id", "3"), row("A", "id", "2"), row("A", "id", "1"));

        assertThat(between(expected, got)).containsExactly(Difference.of(What.IN_ANOTHER_PLACE, expected.get(1)));
    }

    @Test
    void manyRowsThatAllDifferAreComparedInTheirOrder() {
        var expected = new ArrayList<AnswerRecord>();
        var got = new ArrayList<AnswerRecord>();
        for (int id = 0; id < 2_000; id++) {
            expected.add(row("A", "id", "" + id, "amount", "1.00"));
            got.add(row("A", "id", "" + id, "amount", "1.01"));
        }

        assertThat(between(expected, got)).hasSize(2_000).allSatisfy(difference -> assertThat(difference.column())
                .isEqualTo("amount"));
    }

    private static List<Difference> between(List<AnswerRecord> expected, List<AnswerRecord> got) {
        return AnswerDifferences.between(expected, got, any -> true);
    }

    private AnswerRecord row(String document, String... columns) {
        Map<String, String> texts = new TreeMap<>(Map.of("document", document));
        for (int i = 0; i < columns.length; i += 2) {
            texts.put(columns[i], columns[i + 1]);
        }
        return new AnswerRecord("row", texts, ++number);
    }
}
