package io.hcpnbridge.mapping.format;

import static io.hcpnbridge.mapping.format.TestFormats.GB18030;
import static io.hcpnbridge.mapping.format.TestFormats.gb18030;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.hcpnbridge.json.ExactJson;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WritingAnswersTest {
    private final FileFormat format = gb18030();
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    @Test
    void linesHaveExactWidthsLocalTimesAndTheConfiguredEnd() throws IOException {
        try (AnswerWriter writer = format.answer(out)) {
            writer.write("header", json("{'batchNumber':'B1','createdAt':'2024-03-15T02:30:00Z'}"));
            writer.write("result", json("{'document':'A1','status':'OK','rows':2,'unknown':[1]}"));
            writer.write("trailer", json("{'records':1}"));
        }

        assertThat(out.toString(GB18030))
                .isEqualTo("HB1      20240315103000" + " ".repeat(26) + "\r\n"
                        + "DA1        OK      " + " ".repeat(23) + "000002" + " ".repeat(20) + "\r\n"
                        + "T00000001" + " ".repeat(48) + "\r\n");
    }

    @Test
    void linesMayBeWrittenInAnyOrder() throws IOException {
        try (AnswerWriter writer = format.answer(out)) {
            for (String record : List.of("result", "text", "item", "result", "item", "text", "header", "trailer")) {
                writer.write(record, json("{'document':'A1'}"));
            }
        }

        assertThat(out.toString(GB18030).lines().map(line -> line.substring(0, 1)))
                .containsExactly("D", "X", "I", "D", "I", "X", "H", "T");
    }

    @ParameterizedTest
    @CsvSource({
        "12345678901234.567890, 12345678901234.567890",
        "0.30, 0.30",
        "-1.5, -1.5",
        "100, 100",
        "'\"7.00\"', 7.00"
    })
    void amountsAreExact(String amount, String written) throws IOException {
        assertThat(item("{'amount':" + amount + "}").substring(45, 66).strip()).isEqualTo(written);
    }

    @ParameterizedTest
    @CsvSource({"1.5, 000000150", "-1.5, -00000150", "0, 000000000", "1234567.89, 123456789"})
    void impliedDecimalsAreFilledWithZerosBehindTheSign(String amount, String written) throws IOException {
        assertThat(item("{'cents':" + amount + "}").substring(66, 75)).isEqualTo(written);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'cents':1.555}|item.cents|1.555|has more than the 2 decimals that its column holds",
                "{'cents':12345678.90}|item.cents|12345678.90|has 10 bytes, its column holds 9",
                "{'cents':'x'}|item.cents|x|must be a number",
                "{'customer':'北京测试公司上海分店有'}|item.customer|北京测试公司上海分店有|has 22 bytes, its column holds 20",
                "{'customer':{'a':1}}|item.customer|{\"a\":1}|must be a single value",
                "{'customer':'\\uD83D'}|item.customer|\\uD83D|contains U+D83D, which GB18030 cannot write",
                "{'at':'yesterday'}|item.at|yesterday|must be a time in UTC, yyyy-MM-dd'T'HH:mm:ss'Z'",
            })
    void whatDoesNotFitIsAnErrorNamingFieldValueAndRule(String fields, String field, String value, String rule)
            throws IOException {
        AnswerWriter writer = format.answer(out);

        UnfitValueException unfit =
                catchThrowableOfType(UnfitValueException.class, () -> writer.write("item", json(fields)));

        assertThat(unfit.field()).isEqualTo(field);
        assertThat(unfit.value()).isEqualTo(value);
        assertThat(unfit.rule().en()).isEqualTo(rule);
        writer.close();
        assertThat(out.size()).as("nothing of the line is written").isZero();
    }

    @Test
    void aCharacterOutsideTheCharsetIsAnErrorNeverAQuestionMark() {
        FileFormat gbk = TestFormats.format(Charset.forName("GBK"), Lengths.BYTES);

        assertThatThrownBy(() -> gbk.answer(out).write("item", json("{'customer':'a😀'}")))
                .isInstanceOf(UnfitValueException.class)
                .hasMessageContaining("contains U+1F600, which GBK cannot write");
    }

    @Test
    void controlCharactersBecomeBlanks() throws IOException {
        assertThat(item("{'customer':'a\\r\\nb\\u0000c'}").substring(11, 31)).isEqualTo("a  b c" + " ".repeat(14));
    }

    @Test
    void longTextsTakeAsManyLinesAsTheyNeedAndLoseNothing() throws IOException {
        String text = "错误😀: " + "客户名称超长".repeat(6) + " end";
        try (AnswerWriter writer = format.answer(out)) {
            writer.writeText("A1", text);
        }

        List<String> lines = out.toString(GB18030).lines().toList();
        assertThat(lines).allSatisfy(line -> assertThat(line.getBytes(GB18030)).hasSize(31));
        assertThat(String.join(
                                "",
                                lines.stream()
                                        .map(line -> line.substring(11).stripTrailing())
                                        .toList())
                        .replace(" ", ""))
                .isEqualTo(text.replace(" ", ""));
    }

    /** From one to four bytes a character, at every position of the border. */
    @ParameterizedTest
    @CsvSource({"GB18030, BYTES", "GB18030, CHARACTERS", "UTF-8, BYTES", "UTF-8, CHARACTERS"})
    void aChineseTextIsCutBetweenCharactersAndFillsNoLineBeyondItsWidth(String charset, Lengths lengths)
            throws IOException {
        var written = Charset.forName(charset);
        var text = "伙伴已经执行（order_ids CS-1），但是：应答超过 100 字节；㐀\uD840\uDC00é";
        for (int before = 0; before < 8; before++) {
            var whole = "x".repeat(before) + text;
            var lines = new ByteArrayOutputStream();
            try (AnswerWriter writer = TestFormats.format(written, lengths).answer(lines)) {
                writer.writeText("A1", whole);
            }

            var decoded = written.newDecoder()
                    .decode(ByteBuffer.wrap(lines.toByteArray()))
                    .toString();
            assertThat(decoded.lines()).allSatisfy(line -> assertThat(
                            lengths == Lengths.BYTES ? line.getBytes(written).length : line.length())
                    .isEqualTo(31));
            assertThat(decoded.lines()
                            .map(line -> line.substring(11).strip())
                            .collect(Collectors.joining())
                            .replace(" ", ""))
                    .isEqualTo(whole.replace(" ", ""));
        }
    }

    @Test
    void textThatTheCharsetCannotWriteIsSpelledOut() throws IOException {
        try (AnswerWriter writer =
                TestFormats.format(Charset.forName("GBK"), Lengths.BYTES).answer(out)) {
            writer.writeText("A1", "ok 😀");
        }

        assertThat(out.toString(Charset.forName("GBK"))).startsWith("XA1        ok \\u1F600");
    }

    @Test
    void blankTextWritesNothing() throws IOException {
        try (AnswerWriter writer = format.answer(out)) {
            writer.writeText("A1", null);
            writer.writeText("A1", " \n ");
        }

        assertThat(out.size()).isZero();
    }

    @Test
    void aRuleOfAnyLengthCanBeWrappedForTheRefusal() throws IOException {
        try (AnswerWriter writer = format.refusal(out)) {
            List<String> rules = writer.wrap("problem", "rule", "r".repeat(90));
            assertThat(rules).extracting(String::length).containsExactly(40, 40, 10);
            writer.write("problem", json("{'line':7,'field':'day','value':'x'}").put("rule", rules.get(0)));
        }

        assertThat(out.toString(UTF_8)).startsWith("P00000007day             x");
    }

    @Test
    void writersOfOneFormatDoNotDisturbEachOther() {
        List<String> answers = IntStream.range(0, 200)
                .parallel()
                .mapToObj(number -> {
                    ByteArrayOutputStream answer = new ByteArrayOutputStream();
                    try (AnswerWriter writer = format.answer(answer)) {
                        for (int line = 0; line < 50; line++) {
                            writer.write("result", json("{'document':'A" + number + "','rows':" + line + "}"));
                        }
                    } catch (IOException impossible) {
                        throw new IllegalStateException(impossible);
                    }
                    return answer.toString(GB18030);
                })
                .toList();

        for (int number = 0; number < answers.size(); number++) {
            String document = TestFormats.pad("A" + number, 10);
            assertThat(answers.get(number).lines()).hasSize(50).allMatch(line -> line.startsWith("D" + document));
        }
    }

    @Test
    void anUnknownRecordIsAMistakeOfTheCaller() {
        assertThatThrownBy(() -> format.answer(out).write("order", json("{}")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("no record order");
    }

    private String item(String fields) throws IOException {
        try (AnswerWriter writer = format.answer(out)) {
            writer.write("item", json(fields));
        }
        return out.toString(GB18030);
    }

    private static ObjectNode json(String text) {
        return (ObjectNode) ExactJson.read(text.replace('\'', '"'));
    }
}
