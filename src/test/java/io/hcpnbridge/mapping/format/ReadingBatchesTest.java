package io.hcpnbridge.mapping.format;

import static io.hcpnbridge.mapping.format.TestFormats.GB18030;
import static io.hcpnbridge.mapping.format.TestFormats.bytes;
import static io.hcpnbridge.mapping.format.TestFormats.columns;
import static io.hcpnbridge.mapping.format.TestFormats.gb18030;
import static io.hcpnbridge.mapping.format.TestFormats.header;
import static io.hcpnbridge.mapping.format.TestFormats.line;
import static io.hcpnbridge.mapping.format.TestFormats.pad;
import static io.hcpnbridge.mapping.format.TestFormats.read;
import static io.hcpnbridge.mapping.format.TestFormats.trailer;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.hcpnbridge.json.ExactJson;
import io.hcpnbridge.mapping.Told;
import io.hcpnbridge.mapping.format.TestFormats.Heard;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReadingBatchesTest {
    private static final String CUTS = "ends inside a character: the column's border cuts it";

    private final FileFormat format = gb18030();

    @Test
    void aBatchComesOutWithUtcTimesNumbersAndNoBlankFields() {
        Heard heard = read(format, bytes(header() + "\r\n" + line("A1") + "\r\n" + trailer() + "\r\n"));

        assertThat(heard.problems).isEmpty();
        assertThat(heard.headers)
                .containsExactly(json("{'interface':'stock.query','batchNumber':'B0000001',"
                        + "'createdAt':'2024-03-15T02:30:00Z','tenant':'demo'}"));
        assertThat(ExactJson.text(heard.records.get(0)))
                .isEqualTo("{'document':'A1','day':'2024-02-28T16:00:00Z','quantity':3,'price':123.45}"
                        .replace('\'', '"'));
        assertThat(heard.trailers.get(0).get("count").isIntegralNumber()).isTrue();
        assertThat(heard.trailers.get(0).get("count").longValue()).isEqualTo(1);
        assertThat(heard.lines).containsExactly(2L);
    }

    @Test
    void chineseCharactersTakeTheirBytes() {
        byte[] file = file(line("A1", pad(columns("北京测试公司😀".getBytes(GB18030)), 20)));

        Heard heard = read(format, file);

        assertThat(heard.problems).isEmpty();
        assertThat(heard.records.get(0).get("customer").textValue()).isEqualTo("北京测试公司😀");
    }

    @Test
    void lengthsInCharactersCountCharacters() {
        FileFormat characters = TestFormats.format(UTF_8, Lengths.CHARACTERS);

        Heard heard = read(characters, file(line("A1", pad("北京测试公司😀", 20)), UTF_8));

        assertThat(heard.problems).isEmpty();
        assertThat(heard.records.get(0).get("customer").textValue()).isEqualTo("北京测试公司😀");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"\n", "\r\n", "", "\r\n\r\n", "\n   \n", "\u001a", "\r\n\u001a", "\n\u001a\r\n", "\n\u001a\u001a"
            })
    void theEndMayBeWrittenInAnyWayThatOldSystemsDo(String end) {
        assertThat(rules(header() + "\r\n" + line("A1") + "\n" + trailer() + end))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\r\n", "   \n", "\u001a"})
    void anEmptyFileIsRefused(String content) {
        assertThat(rules(content)).containsExactly("0: the file is empty");
    }

    @Test
    void everyErrorOfEveryLineIsReported() {
        String bad = "D" + pad("A1", 10) + " ".repeat(20) + "20240230" + "00x003" + "00001.345" + "  ";
        String worse = "D" + pad("", 10) + " ".repeat(20) + "2024 101" + "000003" + "-0012345-" + "  ";
        String cents = "must be digits only, the last 2 of them decimals, with at most one sign";

        Heard heard = read(format, file(bad + "\n" + line("A2") + "\n" + worse));

        assertThat(heard.problems)
                .containsExactly(
                        new Told(2, "day", "20240230", "must be a date of the calendar as yyyyMMdd"),
                        new Told(2, "quantity", "00x003", "must be a whole number: digits with at most one sign"),
                        new Told(2, "price", "00001.345", cents),
                        new Told(4, "day", "2024 101", "must have 8 digits yyyyMMdd"),
                        new Told(4, "price", "-0012345-", cents));
        assertThat(heard.lines).containsExactly(3L);
    }

    @Test
    void linesOfTheWrongLengthAreRefusedWithBothLengths() {
        assertThat(rules(header() + "\n" + line("A1") + " \n" + line("A2").substring(0, 50) + "\n" + trailer()))
                .containsExactly("2: has 57 bytes, a line D must have 56", "3: has 50 bytes, a line D must have 56");
    }

    @Test
    void anUnknownKindOfLineIsNamedWithTheKnownOnes() {
        assertThat(read(format, file("Qxyz\n" + line("A1"))).problems)
                .containsExactly(new Told(2, "recordType", "Q", "is an unknown kind of line, must be one of H, D, T"));
    }

    @Test
    void headerAndTrailerStandOnceAtTheirPlaces() {
        String h = header() + "\n";
        String d = line("A1") + "\n";
        String t = trailer() + "\n";

        assertThat(rules(d + t)).containsExactly("1: the first line must be the header (H)");
        assertThat(rules(d + h + t))
                .containsExactly("1: the first line must be the header (H)", "2: the header must be the first line");
        assertThat(rules(h + h + d + t)).containsExactly("2: is a second header, line 1 is one already");
        assertThat(rules(h + d)).containsExactly("2: the file ends without a trailer (T): it may be cut off");
        assertThat(rules(h + d + t + t)).containsExactly("4: is a second trailer, line 3 is one already");
        assertThat(rules(h + d + t + d))
                .containsExactly("4: stands behind the trailer in line 3, which must be the last line");
        assertThat(rules(h + "\n" + d + t)).containsExactly("2: is blank");
    }

    @Test
    void aFileThatIsCutOffInsideALineIsRefused() {
        assertThat(rules(header() + "\n" + line("A1").substring(0, 20)))
                .containsExactly(
                        "2: has 20 bytes, a line D must have 56",
                        "2: the file ends without a trailer (T): it may be cut off");
    }

    @Test
    void controlCharactersAreRefusedAndShownEscaped() {
        assertThat(read(format, file(line("A1", pad("x\0y\tz", 20)))).problems)
                .containsExactly(new Told(2, "customer", "x\\u0000y\\u0009z", "must not contain control characters"));
    }

    @Test
    void carriageReturnsAloneDoNotEndALine() {
        assertThat(rules(header() + "\r" + line("A1") + "\r" + trailer() + "\r"))
                .contains("1: must not contain control characters")
                .contains("1: the file ends without a trailer (T): it may be cut off");
    }

    @ParameterizedTest
    @ValueSource(strings = {"BYTES", "CHARACTERS"})
    void textInAnotherCharsetIsRefusedAndNamedBeforeTheLength(Lengths lengths) {
        FileFormat utf8 = TestFormats.format(UTF_8, lengths);

        assertThat(read(utf8, file(line("A1", pad(columns("北京".getBytes(GB18030)), 20)))).problems)
                .first()
                .isEqualTo(new Told(2, "customer", "\\xB1\\xB1\\xBE\\xA9", "is not UTF-8"));
    }

    @Test
    void aCharacterThatTheBorderOfItsColumnCutsIsRefused() {
        String cut = columns("x".repeat(19).concat("京").getBytes(GB18030)).substring(0, 20);

        assertThat(read(format, file(line("A1", cut))).problems)
                .containsExactly(new Told(2, "customer", "x".repeat(19) + "\\xBE", CUTS));
    }

    @Test
    void aPairOfSurrogatesThatTheBorderCutsIsRefused() {
        FileFormat characters = TestFormats.format(UTF_8, Lengths.CHARACTERS);
        String cut = "D" + pad("A1", 10) + "x".repeat(19) + "😀" + "0240229" + "000003" + "000012345" + "  ";

        List<Told> problems = read(characters, file(cut, UTF_8)).problems;

        assertThat(problems).extracting(Told::field).startsWith("customer", "day");
        assertThat(problems.get(0).rule()).isEqualTo(CUTS);
    }

    @Test
    void theByteOrderMarkOfTheDeclaredCharsetIsDropped() {
        String file = "\uFEFF" + header() + "\n" + line("A1") + "\n" + trailer();
        FileFormat utf8 = TestFormats.format(UTF_8, Lengths.BYTES);

        assertThat(read(utf8, file.getBytes(UTF_8)).problems).isEmpty();
        assertThat(read(format, file.getBytes(GB18030)).problems).isEmpty();
    }

    @Test
    void theByteOrderMarkOfAnotherCharsetEndsTheReading() {
        String file = "\uFEFF" + header() + "\n" + line("A1") + "\n" + trailer();
        String rule = "the file begins with a byte order mark of %s, its declared charset is GB18030";

        assertThat(read(format, file.getBytes(UTF_8)).problems)
                .containsExactly(new Told(1, "", "", rule.formatted("UTF-8")));
        assertThat(read(format, file.getBytes(StandardCharsets.UTF_16BE)).problems)
                .containsExactly(new Told(1, "", "", rule.formatted("UTF-16")));
        assertThat(read(format, file.getBytes(StandardCharsets.UTF_16LE)).problems)
                .containsExactly(new Told(1, "", "", rule.formatted("UTF-16")));
    }

    @Test
    void aLineOfTenMegabytesIsReportedOnceAndTheRestIsRead() throws IOException {
        Heard heard = new Heard();

        format.read(
                new SequenceInputStream(Collections.enumeration(List.of(
                        stream(header() + "\nD"),
                        new Repeated('x', 10_000_000),
                        stream("\n" + line("A1") + "\n" + trailer())))),
                heard);

        assertThat(heard.problems).hasSize(1);
        assertThat(heard.problems.get(0).line()).isEqualTo(2);
        assertThat(heard.problems.get(0).value()).hasSize(60);
        assertThat(heard.problems.get(0).rule()).isEqualTo("has 10000001 bytes, a line may have at most 200");
        assertThat(heard.lines).containsExactly(3L);
    }

    @Test
    void aHundredThousandLinesStreamThrough() throws IOException {
        List<InputStream> lines = new ArrayList<>();
        lines.add(stream(header() + "\n"));
        for (int number = 0; number < 100_000; number++) {
            lines.add(stream(line("A" + number) + "\n"));
        }
        lines.add(stream(trailer()));
        AtomicLong count = new AtomicLong();
        Heard heard = new Heard() {
            @Override
            public void record(ObjectNode record, long line) {
                count.incrementAndGet();
            }
        };

        format.read(new SequenceInputStream(Collections.enumeration(lines)), heard);

        assertThat(heard.problems).isEmpty();
        assertThat(count).hasValue(100_000);
        assertThat(heard.trailers).hasSize(1);
    }

    private List<String> rules(String content) {
        return read(format, bytes(content)).problems.stream()
                .map(problem -> problem.line() + ": " + problem.rule())
                .toList();
    }

    private static byte[] file(String lines) {
        return bytes(header() + "\n" + lines + "\n" + trailer());
    }

    private static byte[] file(String lines, Charset charset) {
        return (header() + "\n" + lines + "\n" + trailer()).getBytes(charset);
    }

    private static InputStream stream(String text) {
        return new ByteArrayInputStream(bytes(text));
    }

    private static ObjectNode json(String text) {
        return (ObjectNode) ExactJson.read(text.replace('\'', '"'));
    }

    /** As many of one byte as wanted, none of them in memory. */
    private static final class Repeated extends InputStream {
        private final int unit;
        private long left;

        Repeated(int unit, long count) {
            this.unit = unit;
            this.left = count;
        }

        @Override
        public int read() {
            return left-- > 0 ? unit : -1;
        }
    }
}
