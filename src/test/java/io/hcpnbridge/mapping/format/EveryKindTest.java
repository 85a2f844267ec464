package io.hcpnbridge.mapping.format;

import static io.hcpnbridge.mapping.format.TestFormats.GB18030;
import static io.hcpnbridge.mapping.format.TestFormats.read;
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
import java.util.Arrays;
import java.util.Enumeration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What holds for files of every kind. */
class EveryKindTest {
    @ParameterizedTest
    @EnumSource
    void theSameBatchComesOut(TestKind kind) {
        Heard heard = heard(kind, kind.batch(kind.detail("A1", " 北京 & <\"一\"> ", "20240229", "0003-", "123.45")));

        assertThat(heard.problems).isEmpty();
        assertThat(heard.headers)
                .containsExactly(json("{'interface':'stock.query','batchNumber':'B1',"
                        + "'createdAt':'2024-03-15T02:30:00Z','tenant':'demo'}"));
        assertThat(ExactJson.text(heard.records.get(0)))
                .isEqualTo(ExactJson.text(json("{'document':'A1','customer':'北京 & <\\\"一\\\">',"
                        + "'day':'2024-02-28T16:00:00Z','quantity':-3,'price':123.45}")));
        assertThat(heard.trailers.get(0).get("count").longValue()).isEqualTo(1);
        assertThat(heard.lines).containsExactly(2L);
    }

    @ParameterizedTest
    @EnumSource
    void everyErrorOfEveryRecordIsReported(TestKind kind) {
        Heard heard = heard(
                kind,
                kind.batch(kind.detail("A1", "", "20240230", "00x003", "")
                        + kind.detail("A2")
                        + kind.detail("", "x", "2024 101", "1.5", "")));

        assertThat(heard.problems)
                .containsExactly(
                        new Told(2, "day", "20240230", "must be a date of the calendar as yyyyMMdd"),
                        new Told(2, "quantity", "00x003", "must be a whole number: digits with at most one sign"),
                        new Told(4, "day", "2024 101", "must have 8 digits yyyyMMdd"),
                        new Told(4, "quantity", "1.5", "must be a whole number: digits with at most one sign"));
        assertThat(heard.lines).containsExactly(3L);
    }

    @ParameterizedTest
    @EnumSource
    void headerAndTrailerStandOnceAtTheirPlaces(TestKind kind) {
        String h = kind.header();
        String d = kind.detail("A1");
        String t = kind.trailer();

        assertThat(rules(kind, d + t))
                .containsExactly("1: the first " + kind.noun + " must be the header (" + kind.headerMark + ")");
        assertThat(rules(kind, d + h + t)).hasSize(2).last().isEqualTo("2: the header must be the first " + kind.noun);
        assertThat(rules(kind, h + h + d + t))
                .containsExactly("2: is a second header, " + kind.noun + " 1 is one already");
        assertThat(rules(kind, h + d + t + t))
                .containsExactly("4: is a second trailer, " + kind.noun + " 3 is one already");
        assertThat(rules(kind, h + d + t + d))
                .containsExactly(
                        "4: stands behind the trailer in " + kind.noun + " 3, which must be the last " + kind.noun);
        assertThat(rules(kind, h + d)).hasSize(1).first().asString().contains("ends without a trailer");
    }

    @ParameterizedTest
    @EnumSource
    void whatAHeaderNeedsMustStandInIt(TestKind kind) {
        String header = kind.header().replace("stock.query", " ".repeat(11));

        assertThat(heard(kind, kind.file(header + kind.detail("A1") + kind.trailer())).problems)
                .contains(new Told(1, "interface", "", "is required"));
    }

    @ParameterizedTest
    @EnumSource
    void controlCharactersAreRefusedAndShownEscaped(TestKind kind) {
        assertThat(heard(kind, kind.batch(kind.detail("A1", "x\ty\u0085\u2028z", "", "", ""))).problems)
                .containsExactly(
                        new Told(2, "customer", "x\\u0009y\\u0085\\u2028z", "must not contain control characters"));
    }

    @ParameterizedTest
    @EnumSource
    void theByteOrderMarkOfTheDeclaredCharsetIsDroppedAndOthersAreRefused(TestKind kind) {
        String file = "\uFEFF" + kind.batch(kind.detail("A1"));

        assertThat(read(kind.format(UTF_8), file.getBytes(UTF_8)).problems).isEmpty();
        assertThat(read(kind.format(GB18030), file.getBytes(GB18030)).problems).isEmpty();
        assertThat(read(kind.format(GB18030), file.getBytes(UTF_8)).problems)
                .extracting(Told::rule)
                .containsExactly("the file begins with a byte order mark of UTF-8, its declared charset is GB18030");
    }

    @ParameterizedTest
    @EnumSource
    void anEmptyFileIsRefused(TestKind kind) {
        assertThat(heard(kind, "").problems).containsExactly(new Told(0, "", "", "the file is empty"));
    }

    @ParameterizedTest
    @EnumSource
    void textInAnotherCharsetIsRefused(TestKind kind) {
        byte[] file = kind.batch(kind.detail("A1", "北京", "", "", "")).getBytes(GB18030);

        assertThat(read(kind.format(UTF_8), file).problems)
                .isNotEmpty()
                .first()
                .extracting(Told::rule)
                .asString()
                .endsWith("is not UTF-8");
    }

    @ParameterizedTest
    @EnumSource
    void noRecordIsLostUnnoticedWhereverTheFileIsCutOff(TestKind kind) {
        byte[] file = kind.batch(kind.detail("A1") + kind.detail("A2", "北京", "20240229", "3", "1.50"))
                .getBytes(UTF_8);

        for (int length = 0; length < file.length; length++) {
            Heard heard = read(kind.format(UTF_8), Arrays.copyOf(file, length));
            assertThat(heard.records.size() == 2 || !heard.problems.isEmpty())
                    .as("cut off after %s bytes", length)
                    .isTrue();
        }
    }

    @Tag("slow")
    @Tag("volume")
    @ParameterizedTest
    @CsvSource({"FIXED_LENGTH, 1000000", "CSV, 100000", "XML, 100000"})
    void manyRecordsStreamThrough(TestKind kind, int many) throws IOException {
        String[] frame = kind.batch("#").split("#");
        AtomicLong count = new AtomicLong();
        Heard heard = new Heard() {
            @Override
            public void record(ObjectNode record, long line) {
                assertThat(line).isEqualTo(count.incrementAndGet() + 1);
            }
        };

        kind.format(UTF_8)
                .read(
                        new SequenceInputStream(
                                new SequenceInputStream(stream(frame[0]), details(kind, many)), stream(frame[1])),
                        heard);

        assertThat(heard.problems).isEmpty();
        assertThat(count).hasValue(many);
        assertThat(heard.trailers).hasSize(1);
    }

    private static InputStream details(TestKind kind, int many) {
        return new SequenceInputStream(new Enumeration<>() {
            private int number;

            @Override
            public boolean hasMoreElements() {
                return number < many;
            }

            @Override
            public InputStream nextElement() {
                return stream(kind.detail("A" + number++, "北京", "20240229", "3", "1.50"));
            }
        });
    }

    private static List<String> rules(TestKind kind, String records) {
        return heard(kind, kind.file(records)).problems.stream()
                .map(problem -> problem.line() + ": " + problem.rule())
                .toList();
    }

    private static Heard heard(TestKind kind, String content) {
        return read(kind.format(UTF_8), content.getBytes(UTF_8));
    }

    private static InputStream stream(String text) {
        return new ByteArrayInputStream(text.getBytes(UTF_8));
    }

    private static ObjectNode json(String text) {
        return (ObjectNode) ExactJson.read(text.replace('\'', '"'));
    }
}
