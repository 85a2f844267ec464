package io.hcpnbridge.mapping.format;

import static io.hcpnbridge.mapping.format.TestFormats.GB18030;
import static io.hcpnbridge.mapping.format.TestFormats.read;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.hcpnbridge.json.ExactJson;
import io.hcpnbridge.mapping.Told;
import io.hcpnbridge.mapping.format.TestFormats.Heard;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CsvFilesTest {
    private static final String HEADER = "H,stock.query,B1,20240315103000,demo\n";
    private static final String TRAILER = "T,1,3\n";
    private static final String OPEN =
            "the quoted value does not end on its line: line breaks inside values are not allowed";
    private static final String INSIDE = "a value with quotes in it must be quoted, and the quotes in it doubled";

    private final FileFormat format = csv(UTF_8, ",", "\"", "quoted");

    static FileFormat csv(Charset charset, String delimiter, String quote, String formulas) {
        return TestKind.pointed("{kind: csv, charset: %s, delimiter: '%s', quote: \"%s\", formulas: %s}"
                        .formatted(charset, delimiter, quote.replace("\"", "\\\""), formulas))
                .read()
                .files();
    }

    @Test
    void aBatchComesOutWithUtcTimesNumbersAndNoBlankFields() {
        Heard heard = read(
                format, (HEADER + "D,A1,\"北京, 测试 \"\"一\"\"\", 20240229 ,-3,123.450,\r\n" + TRAILER).getBytes(UTF_8));

        assertThat(heard.problems).isEmpty();
        assertThat(ExactJson.text(heard.headers.get(0)))
                .isEqualTo(ExactJson.text(json("{'interface':'stock.query','batchNumber':'B1',"
                        + "'createdAt':'2024-03-15T02:30:00Z','tenant':'demo'}")));
        assertThat(ExactJson.text(heard.records.get(0)))
                .isEqualTo(ExactJson.text(json("{'document':'A1','customer':'北京, 测试 \\\"一\\\"',"
                        + "'day':'2024-02-28T16:00:00Z','quantity':-3,'price':123.450}")));
        assertThat(heard.trailers.get(0).get("quantityTotal").longValue()).isEqualTo(3);
        assertThat(heard.lines).containsExactly(2L);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            quoteCharacter = '`',
            value = {",#\"", ";#\"", "|#'", ",#'"})
    void delimiterAndQuoteAreTheInterfaces(String delimiter, String quote) {
        FileFormat other = csv(GB18030, delimiter, quote, "quoted");
        String file = (HEADER + "D,A1,Qa" + "QQ" + "bQ,,,,\n" + TRAILER)
                .replace(",", delimiter)
                .replace("Q", quote);

        Heard heard = read(other, file.getBytes(GB18030));

        assertThat(heard.problems).isEmpty();
        assertThat(heard.records.get(0).get("customer").textValue()).isEqualTo("a" + quote + "b");
    }

    @Test
    void aTabMayBeTheDelimiterAndIsAControlCharacterInsideValues() {
        FileFormat tabs = csv(UTF_8, "tab", "\"", "quoted");

        assertThat(read(
                                tabs,
                                (HEADER + "D,A1,x,,,,\n" + TRAILER)
                                        .replace(',', '\t')
                                        .getBytes(UTF_8))
                        .problems)
                .isEmpty();
        assertThat(read(
                                tabs,
                                (HEADER + "D,A1,\"x,y\",,,,\n" + TRAILER)
                                        .replace(',', '\t')
                                        .getBytes(UTF_8))
                        .problems)
                .containsExactly(new Told(2, "customer", "x\\u0009y", "must not contain control characters"));
    }

    @Test
    void charactersWhoseBytesLookLikeADelimiterAreWhole() {
        FileFormat bars = csv(GB18030, "|", "\"", "quoted");
        String text = new String(new byte[] {(byte) 0x81, '|'}, GB18030);

        Heard heard = read(
                bars,
                (HEADER + "D,A1," + text + ",,,,\n" + TRAILER).replace(',', '|').getBytes(GB18030));

        assertThat(text).hasSize(1);
        assertThat(heard.problems).isEmpty();
        assertThat(heard.records.get(0).get("customer").textValue()).isEqualTo(text);
    }

    @Test
    void everyErrorOfEveryLineIsReported() {
        assertThat(problems(
                        "D,A1,一二三四五六七八九十一二三四五六七八九十一,20240230,00x003,\"123,45\",\n" + "D,A2,,,,,\nD,,,2024,1.5,-1-,"))
                .containsExactly(
                        new Told(2, "customer", "一二三四五六七八九十一二三四五六七八九十一", "must have at most 20 characters"),
                        new Told(2, "day", "20240230", "must be a date of the calendar as yyyyMMdd"),
                        new Told(2, "quantity", "00x003", "must be a whole number: digits with at most one sign"),
                        new Told(2, "price", "123,45", "must be a decimal number, e.g. 0012.50 or 12.50-"),
                        new Told(4, "day", "2024", "must have 8 digits yyyyMMdd"),
                        new Told(4, "quantity", "1.5", "must be a whole number: digits with at most one sign"),
                        new Told(4, "price", "-1-", "must be a decimal number, e.g. 0012.50 or 12.50-"));
    }

    @Test
    void tooManyAndTooFewColumnsAreRefused() {
        assertThat(problems("D,A1,x,,,,,\nD,A2,x,,,\nD"))
                .extracting(problem -> problem.line() + ": " + problem.rule())
                .containsExactly(
                        "2: has 8 columns, a line D must have 7",
                        "3: has 6 columns, a line D must have 7",
                        "4: has 1 column, a line D must have 7");
    }

    @Test
    void lineBreaksInsideQuotesAreRefusedAndNeverMisread() {
        assertThat(problems("D,A1,\"Beijing\nD,A2,x\",,,,\nD,A3,,,,,"))
                .containsExactly(new Told(2, "customer", "Beijing", OPEN), new Told(3, "customer", "x\"", INSIDE));
    }

    @Test
    void wrongQuotesAreNamedByTheirColumn() {
        assertThat(problems("D,\"A1\"x,a\"b, \"c\",,,"))
                .containsExactly(
                        new Told(2, "document", "A1x", "behind the closing quote there must be a delimiter"),
                        new Told(2, "customer", "a\"b", INSIDE),
                        new Told(2, "day", "\"c\"", INSIDE));
        assertThat(problems("D,A1,\"x,,,,")).containsExactly(new Told(2, "customer", "x,,,,", OPEN));
    }

    @Test
    void blankLinesAndLinesOfDelimitersAreRefused() {
        assertThat(problems("\n,,,,,,"))
                .containsExactly(
                        new Told(2, "", "", "is blank"),
                        new Told(3, "recordType", "", "is an unknown kind of line, must be one of H, D, T"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n", "\u001a"})
    void anEmptyFileIsRefused(String file) {
        assertThat(read(format, file.getBytes(UTF_8)).problems)
                .containsExactly(new Told(0, "", "", "the file is empty"));
    }

    @Test
    void headerAndTrailerStandOnceAtTheirPlaces() {
        assertThat(problems("H,x,B1,20240315103000,demo"))
                .extracting(Told::rule)
                .containsExactly("is a second header, line 1 is one already");
        assertThat(read(format, HEADER.getBytes(UTF_8)).problems)
                .extracting(Told::rule)
                .containsExactly("the file ends without a trailer (T): it may be cut off");
    }

    @Test
    void textInAnotherCharsetIsRefusedByItsColumn() {
        byte[] file = (HEADER + "D,A1,北京,,,,\n" + TRAILER).getBytes(GB18030);

        assertThat(read(format, file).problems)
                .containsExactly(new Told(2, "customer", "\\xB1\\xB1\\xBE\\xA9", "is not UTF-8"));
    }

    @Test
    void byteOrderMarksAreKnown() {
        String file = "\uFEFF" + HEADER + "D,A1,,,,,\n" + TRAILER;

        assertThat(read(format, file.getBytes(UTF_8)).problems).isEmpty();
        assertThat(read(format, file.getBytes(GB18030)).problems)
                .extracting(Told::rule)
                .containsExactly("the file begins with a byte order mark of GB18030, its declared charset is UTF-8");
    }

    @Test
    void aLineThatIsTooLongIsRefused() {
        assertThat(problems("D,A1," + "x".repeat(300) + ",,,,"))
                .extracting(Told::rule)
                .containsExactly("has 309 bytes, a line may have at most 200");
    }

    @Test
    void answersAreQuotedWhereTheyMustBeAndNumbersAreNotPadded() throws IOException {
        assertThat(
                        written(
                                "item",
                                "{'document':'A1','customer':'a, \\\"b\\\"','at':'2024-03-15T02:30:00Z','amount':-1.50,'cents':0.00}"))
                .isEqualTo("I,A1,\"a, \"\"b\"\"\",20240315103000,-1.50,0.00,,\r\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+1", "-A1", "-1-1", "--1", "@SUM(A1)", "\t=1", "\r=1", "＝1", " =1"})
    void textsThatASpreadsheetWouldComputeGetAnApostrophe(String text) throws IOException {
        ObjectNode item =
                ExactJson.mapper().createObjectNode().put("customer", text).put("amount", -1);

        try (ByteArrayOutputStream out = new ByteArrayOutputStream();
                AnswerWriter writer = format.answer(out)) {
            writer.write("item", item);
            writer.close();
            assertThat(out.toString(UTF_8))
                    .contains(",'" + text.replaceAll("[\t\r]", " ") + ",")
                    .contains(",-1,");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "-0.5", "1"})
    void aTextThatIsANegativeNumberStaysAsItIs(String text) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (AnswerWriter writer = format.answer(out)) {
            writer.write("item", ExactJson.mapper().createObjectNode().put("customer", text));
        }

        assertThat(out.toString(UTF_8)).contains("," + text + ",").doesNotContain("'");
    }

    @Test
    void formulasAreWrittenAsTheyAreWhereTheErpWishesSo() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (AnswerWriter writer = csv(UTF_8, ";", "\"", "as-is").answer(out)) {
            writer.write("item", json("{'customer':'=1;2'}"));
        }

        assertThat(out.toString(UTF_8)).isEqualTo("I;;\"=1;2\";;;;;\r\n");
    }

    @Test
    void whatDoesNotFitIsAnErrorAndNothingOfTheLineIsWritten() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        AnswerWriter writer = format.answer(out);

        UnfitValueException unfit = catchThrowableOfType(
                UnfitValueException.class,
                () -> writer.write("item", ExactJson.mapper().createObjectNode().put("currency", "人民币元")));

        writer.close();
        assertThat(unfit.rule().en()).isEqualTo("has 4 characters, its column holds 3");
        assertThat(out.size()).isZero();
    }

    private List<Told> problems(String lines) {
        return read(format, (HEADER + lines + "\n" + TRAILER).getBytes(UTF_8)).problems;
    }

    private String written(String record, String fields) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (AnswerWriter writer = format.answer(out)) {
            writer.write(record, json(fields));
        }
        return out.toString(UTF_8);
    }

    private static ObjectNode json(String text) {
        return (ObjectNode) ExactJson.read(text.replace('\'', '"'));
    }
}
