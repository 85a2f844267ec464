package io.hcpnbridge.mapping.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.hcpnbridge.json.ExactJson;
import io.hcpnbridge.mapping.format.TestFormats.Heard;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

/** What is written comes back as it was: the batch's own format serves as the answer's here. */
class RoundTripTest {
    private static final FileFormat GB_BYTES = symmetric(TestFormats.GB18030, Lengths.BYTES);
    private static final FileFormat GB_CHARACTERS = symmetric(TestFormats.GB18030, Lengths.CHARACTERS);
    private static final FileFormat UTF8_BYTES = symmetric(StandardCharsets.UTF_8, Lengths.BYTES);
    private static final FileFormat UTF8_CHARACTERS = symmetric(StandardCharsets.UTF_8, Lengths.CHARACTERS);
    private static final FileFormat GBK_BYTES = symmetric(Charset.forName("GBK"), Lengths.BYTES);

    @Property
    void textInGb18030Bytes(@ForAll("texts") String text) {
        assertThat(roundTrip(GB_BYTES, text)).isEqualTo(text);
    }

    @Property
    void textInGb18030Characters(@ForAll("texts") String text) {
        assertThat(roundTrip(GB_CHARACTERS, text)).isEqualTo(text);
    }

    @Property
    void textInUtf8(@ForAll("texts") String text) {
        assertThat(roundTrip(UTF8_BYTES, text)).isEqualTo(text);
        assertThat(roundTrip(UTF8_CHARACTERS, text)).isEqualTo(text);
    }

    @Property
    void wrappedTextLosesNothingAndCutsNoCharacter(@ForAll("longTexts") String text) {
        AnswerWriter writer = TestFormats.gb18030().answer(new ByteArrayOutputStream());

        var pieces = writer.wrap("text", "text", text);

        assertThat(String.join("", pieces)).isEqualTo(text);
        assertThat(pieces).allSatisfy(piece -> {
            assertThat(piece.getBytes(TestFormats.GB18030)).hasSizeLessThanOrEqualTo(20);
            assertThat(TestFormats.GB18030.newEncoder().canEncode(piece)).isTrue();
        });
    }

    @Property
    void impliedDecimals(@ForAll @IntRange(min = 0, max = 10) int scale, @ForAll BigInteger unscaled)
            throws BrokenValueException {
        AmountType type = new AmountType(Optional.of(scale));
        BigDecimal number = new BigDecimal(unscaled, scale);
        String text = type.written(DecimalNode.valueOf(number));

        assertThat(type.read(text).decimalValue()).isEqualTo(number);
        assertThat(type.read("000" + text.replace("-", "") + (number.signum() < 0 ? "-" : ""))
                        .decimalValue())
                .isEqualTo(number);
    }

    @Property
    void pointedDecimals(@ForAll BigDecimal number) throws BrokenValueException {
        AmountType type = new AmountType(Optional.empty());
        BigDecimal plain = new BigDecimal(number.toPlainString());

        assertThat(type.read(type.written(DecimalNode.valueOf(number))).decimalValue())
                .isEqualTo(plain);
    }

    @Property
    void wholeNumbersWithASignOnEitherSide(@ForAll @LongRange(min = Long.MIN_VALUE + 1) long number)
            throws BrokenValueException {
        NumberType type = new NumberType();
        String sign = number < 0 ? "-" : "";

        assertThat(type.read(type.written(LongNode.valueOf(number))).longValue())
                .isEqualTo(number);
        assertThat(type.read("00" + Math.abs(number) + sign).longValue()).isEqualTo(number);
        assertThat(type.read(sign + "00" + Math.abs(number)).longValue()).isEqualTo(number);
    }

    @Property
    void localTimesThatExistComeBack(@ForAll("times") LocalDateTime time, @ForAll("zones") ZoneId zone)
            throws BrokenValueException {
        TimeType type = new TimeType("yyyyMMddHHmmss", zone);
        String text = time.format(DateTimeFormatter.ofPattern("yyyyMMddHHmmss"));
        if (zone.getRules().getValidOffsets(time).isEmpty()) {
            assertThatThrownBy(() -> type.read(text))
                    .isInstanceOf(BrokenValueException.class)
                    .hasMessageContaining("does not exist in " + zone);
        } else {
            String utc = type.read(text).textValue();
            assertThat(utc).isEqualTo(ZonedDateTime.of(time, zone).toInstant().toString());
            assertThat(type.written(TextNode.valueOf(utc))).isEqualTo(text);
        }
    }

    @Test
    void aLocalTimeInTheGapOfSummerTimeIsRefusedAndTheDoubleHourIsTheEarlier() throws BrokenValueException {
        TimeType type = new TimeType("yyyyMMddHHmmss", ZoneId.of("Europe/Berlin"));

        assertThatThrownBy(() -> type.read("20240331023000"))
                .hasMessage("does not exist in Europe/Berlin: the clocks go forward then");
        assertThat(type.read("20241027023000").textValue()).isEqualTo("2024-10-27T00:30:00Z");
        assertThat(type.read("20240331030000").textValue()).isEqualTo("2024-03-31T01:00:00Z");
    }

    @Test
    void aDayWhoseMidnightDoesNotExistBeginsWithItsFirstMoment() throws BrokenValueException {
        TimeType type = new TimeType("yyyyMMdd", ZoneId.of("America/Sao_Paulo"));

        assertThat(type.read("20181104").textValue()).isEqualTo("2018-11-04T03:00:00Z");
    }

    @Test
    void aTimeOfZerosIsNone() throws BrokenValueException {
        TimeType type = new TimeType("yyyyMMddHHmmss", ZoneId.of("Asia/Shanghai"));

        assertThat(type.read("00000000000000")).isNull();
    }

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.of("a", "Z", "9", "~", "|", "\\", " ", "北", "测", "€", "é", "あ", "한", "𠮷", "😀", "䶮", "０")
                .list()
                .ofMaxSize(20)
                .map(characters -> String.join("", characters))
                .map(text -> fitting(text.strip()));
    }

    @Provide
    Arbitrary<String> longTexts() {
        return Arbitraries.of("a", "Z", ".", "北", "测", "€", "𠮷", "😀")
                .list()
                .ofMinSize(1)
                .ofMaxSize(200)
                .map(characters -> String.join("", characters));
    }

    @Provide
    Arbitrary<ZoneId> zones() {
        return Arbitraries.of("Asia/Shanghai", "Europe/Berlin", "America/New_York", "UTC", "Australia/Lord_Howe")
                .map(ZoneId::of);
    }

    @Provide
    Arbitrary<LocalDateTime> times() {
        long begin = Instant.parse("1990-01-01T00:00:00Z").getEpochSecond();
        long end = Instant.parse("2050-01-01T00:00:00Z").getEpochSecond();
        Arbitrary<LocalDateTime> any = Arbitraries.longs()
                .between(begin, end)
                .map(second -> LocalDateTime.ofEpochSecond(second, 0, java.time.ZoneOffset.UTC));
        return Arbitraries.oneOf(any, Arbitraries.of(LocalDateTime.parse("2024-03-31T02:30:00")));
    }

    /** The longest beginning that fits twenty bytes in either charset. */
    private static String fitting(String text) {
        String shorter = text;
        while (shorter.getBytes(StandardCharsets.UTF_8).length > 20
                || shorter.getBytes(TestFormats.GB18030).length > 20) {
            shorter = shorter.substring(0, shorter.offsetByCodePoints(shorter.length(), -1))
                    .strip();
        }
        return shorter;
    }

    @Test
    void theUserDefinedAreaOfGbkComesBackToo() {
        assertThat(roundTrip(GBK_BYTES, "ABC镕")).isEqualTo("ABC镕");
    }

    private static FileFormat symmetric(Charset charset, Lengths lengths) {
        return TestFormats.symmetric(TestFormats.definition(charset, lengths));
    }

    private static String roundTrip(FileFormat format, String text) {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        ObjectNode record =
                ExactJson.mapper().createObjectNode().put("document", "A1").put("customer", text);
        try (AnswerWriter writer = format.answer(file)) {
            file.writeBytes((TestFormats.header() + "\n").getBytes(StandardCharsets.US_ASCII));
            writer.write("record", record);
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
        file.writeBytes(TestFormats.trailer().getBytes(StandardCharsets.US_ASCII));
        Heard heard = TestFormats.read(format, file.toByteArray());
        assertThat(heard.problems).isEmpty();
        return heard.records.get(0).path("customer").asText();
    }
}
