package io.hcpnbridge.mapping.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Messages become the same records as files, or say everything that is wrong with them. */
class ReadingMessagesTest {
    @Test
    void aMessageIsAHeaderItsRecordsAndPerhapsTotals() {
        var read = ReadMessage.of(
                """
                {"interface": "stock.query", "tenant": "acme", "batchNumber": "B1", "createdAt": "2024-03-01T00:00:00Z",
                 "records": [{"document": "D1", "months": 3}, {"document": "D2", "customer": "恒通"}],
                 "totals": {"count": 2, "monthTotal": 3}}
                """);

        assertThat(read.problems).isEmpty();
        assertThat(read.header)
                .hasToString(
                        """
                        {"interface":"stock.query","tenant":"acme","batchNumber":"B1","createdAt":"2024-03-01T00:00:00Z"}\
                        """);
        assertThat(read.records)
                .containsExactly("1 {\"document\":\"D1\",\"months\":3}", "2 {\"document\":\"D2\",\"customer\":\"恒通\"}");
        assertThat(read.trailer).hasToString("{\"count\":2,\"monthTotal\":3}");
    }

    @Test
    void theOrderOfMembersMeansNothing() {
        var read = ReadMessage.of(
                """
                {"records": [{"months": 3, "document": "D1"}], "createdAt": "2024-03-01T00:00:00Z",
                 "tenant": "acme", "batchNumber": "B1", "interface": "stock.query"}
                """);

        assertThat(read.problems).isEmpty();
        assertThat(read.header.get("tenant").asText()).isEqualTo("acme");
        assertThat(read.records).hasSize(1);
    }

    @Test
    void whatIsNullOrBlankIsNotThereAndBlanksAroundTextsGo() {
        var read = ReadMessage.ofRecords("[{\"document\": \" D1 \", \"customer\": null, \"remark\": \"  \"}]");

        assertThat(read.problems).isEmpty();
        assertThat(read.records).containsExactly("1 {\"document\":\"D1\"}");
    }

    @Test
    void amountsKeepEveryDigit() {
        var read = ReadMessage.ofRecords("[{\"document\": \"D1\", \"amount\": 12345678901234567890.1200}]");

        assertThat(read.records).containsExactly("1 {\"document\":\"D1\",\"amount\":12345678901234567890.1200}");
    }

    @ParameterizedTest
    @CsvSource({"3, 3", "3.0, 3", "3e0, 3", "30e-1, 3", "3e20, 300000000000000000000", "2.5, 2.5"})
    void aWholeNumberIsTheSameHoweverJsonWritesIt(String written, String read) {
        assertThat(ReadMessage.ofRecords(
                                "[{\"document\": \"D1\", \"months\": %s, \"mode\": %s}]".formatted(written, written))
                        .records)
                .containsExactly("1 {\"document\":\"D1\",\"months\":%s,\"mode\":%s}".formatted(read, read));
    }

    @Test
    void everyProblemOfEveryRecordIsNamed() {
        var read = ReadMessage.ofRecords(
                """
                [{"document": "D1", "colour": "red", "customer": ["c1"]},
                 "D2",
                 {"document": "D3", "customer": "a\\u0000b", "remark": "\\ud800", "since": "2024-02-30T00:00:00Z"}]
                """);

        assertThat(read.problems)
                .containsExactly(
                        "1|colour||is not known",
                        "1|customer|[\"c1\"]|must be a single value",
                        "2||\"D2\"|must be a JSON object",
                        "3|customer|a\\u0000b|must not contain control characters",
                        "3|remark|\\uD800|must not contain half a character",
                        "3|since|2024-02-30T00:00:00Z|must be a date and time of the calendar");
        assertThat(read.records).hasSize(2).allSatisfy(record -> assertThat(record)
                .doesNotContain("\u0000")
                .doesNotContain("\\u0000"));
        assertThat(read.unreadable).isOne();
    }

    @Test
    void namesThatCannotBeStoredAreShownEscaped() {
        assertThat(ReadMessage.ofRecords("[{\"a\\u0000b\": 1}]").problems).containsExactly("1|a\\u0000b||is not known");
    }

    @Test
    void everyProblemAroundTheRecordsIsNamed() {
        var read = ReadMessage.of(
                """
                {"interface": "stock.query", "tenant": 7, "createdAt": "1 March", "urgent": true, "records": {},
                 "totals": {"count": "2", "weekTotal": 1}}
                """);

        assertThat(read.problems)
                .containsExactly(
                        "0|tenant|7|must be a text",
                        "0|createdAt|1 March|must be a time in UTC, yyyy-MM-dd'T'HH:mm:ss'Z'",
                        "0|urgent||is not known",
                        "0|batchNumber||is required",
                        "0|records||must be a list",
                        "0|totals.count|\"2\"|must be a number",
                        "0|totals.weekTotal||is not known");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "hello",
                "{\"interface\": \"stock.query\"",
                "{} {}",
                "{\"tenant\": \"a\", \"tenant\": \"b\"}",
                "{\"records\": [{\"document\": \"D1\", \"document\": \"D2\"}]}",
                "{\"tenant\": 'a'}",
                "{\"tenant\": NaN}"
            })
    void whatIsNotOneJsonObjectIsRefusedWithOneReason(String message) {
        var read = ReadMessage.of(message);

        assertThat(read.problems).hasSize(1).first().asString().startsWith("0|||");
        assertThat(read.records).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[{\"amount\": 1e999999999}]",
                "[{\"amount\": 1%s}]",
                "[%s]",
            })
    void whatIsOutOfAllProportionIsRefused(String records) {
        var filler = records.startsWith("[{") ? "0".repeat(200) : "[".repeat(50) + "]".repeat(50);

        assertThat(ReadMessage.ofRecords(records.formatted(filler)).problems).isNotEmpty();
    }

    @Test
    void aLongTextIsRefusedAndNotKept() {
        var read = ReadMessage.ofRecords(
                "[{\"document\": \"%s\", \"remark\": \"%s\"}]".formatted("D".repeat(3_000), "r".repeat(5_000)));

        assertThat(read.problems)
                .extracting(problem -> problem.replaceFirst("(D+|r+)\\.\\.\\.", "…"))
                .containsExactly(
                        "1|document|…|must have at most 64 characters", "1|remark|…|must have at most 4000 characters");
        assertThat(read.records.get(0)).hasSizeLessThan(4_200);
    }

    @Test
    void aMessageOfNoKnownInterfaceIsReadWithoutItsRecords() {
        var read = ReadMessage.of(
                MessageFormat.OF_NO_INTERFACE,
                """
                {"interface": "?", "tenant": "acme", "batchNumber": "B1", "createdAt": "2024-03-01T00:00:00Z",
                 "records": [{"document": "D1"}], "totals": {"any": 1}}
                """
                        .getBytes(StandardCharsets.UTF_8));

        assertThat(read.problems).isEmpty();
        assertThat(read.header.get("batchNumber").asText()).isEqualTo("B1");
        assertThat(read.records).isEmpty();
    }
}
