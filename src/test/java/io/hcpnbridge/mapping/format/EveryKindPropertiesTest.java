package io.hcpnbridge.mapping.format;

import static io.hcpnbridge.mapping.format.TestFormats.GB18030;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.hcpnbridge.json.ExactJson;
import io.hcpnbridge.mapping.format.TestFormats.Heard;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.util.EnumMap;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** What is written comes back as it was, and whatever is read is taken or reported, in files of every kind. */
class EveryKindPropertiesTest {
    private static final Map<TestKind, FileFormat> UTF8_FORMATS = formats(UTF_8);
    private static final Map<TestKind, FileFormat> GB_FORMATS = formats(GB18030);

    @Property
    void textComesBack(@ForAll TestKind kind, @ForAll("texts") String text) {
        ObjectNode record = ExactJson.mapper().createObjectNode().put("document", "A1");
        if (!text.isEmpty()) {
            record.put("customer", text);
        }

        assertThat(roundTrip(kind, UTF8_FORMATS, UTF_8, record)).isEqualTo(record);
        assertThat(roundTrip(kind, GB_FORMATS, GB18030, record)).isEqualTo(record);
    }

    @Property
    void numbersComeBackExactly(
            @ForAll TestKind kind,
            @ForAll @IntRange(min = -99999, max = 999999) int quantity,
            @ForAll @IntRange(min = -9999999, max = 99999999) int cents) {
        ObjectNode record = ExactJson.mapper()
                .createObjectNode()
                .put("document", "A1")
                .put("quantity", (long) quantity)
                .put("price", BigDecimal.valueOf(cents, 2));

        assertThat(ExactJson.text(roundTrip(kind, UTF8_FORMATS, UTF_8, record))).isEqualTo(ExactJson.text(record));
    }

    @Property
    void anyBytesAreReadToTheirEnd(@ForAll TestKind kind, @ForAll @Size(max = 200) byte[] bytes) {
        assertThat(TestFormats.read(UTF8_FORMATS.get(kind), bytes).problems).isNotEmpty();
        assertThat(TestFormats.read(GB_FORMATS.get(kind), bytes).problems).isNotEmpty();
    }

    @Property
    void aFileWithAnyPieceOverwrittenIsReadToItsEnd(
            @ForAll TestKind kind, @ForAll @IntRange(max = 600) int place, @ForAll("pieces") String piece) {
        byte[] file = kind.batch(kind.detail("A1", "北京", "20240229", "3", "1.50") + kind.detail("A2"))
                .getBytes(UTF_8);
        byte[] overwriting = piece.getBytes(UTF_8);
        int at = place % file.length;
        System.arraycopy(overwriting, 0, file, at, Math.min(overwriting.length, file.length - at));

        Heard heard = TestFormats.read(UTF8_FORMATS.get(kind), file);

        assertThat(heard.records.size() == 2 || !heard.problems.isEmpty()).isTrue();
    }

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.of(
                        "a", "9", " ", ",", ";", "|", "\"", "'", "<", ">", "&", "]]>", "=", "-", "&#1;", "北", "€", "é",
                        "𠮷", "😀", "０", "\\")
                .list()
                .ofMaxSize(5)
                .map(characters -> String.join("", characters))
                .map(String::strip);
    }

    @Provide
    Arbitrary<String> pieces() {
        return Arbitraries.of(
                "\"",
                ",",
                "\n",
                "\r",
                "\0",
                "<",
                ">",
                "&",
                "&x;",
                "<!DOCTYPE b>",
                "<![CDATA[",
                "<!--",
                "--",
                "]]>",
                "<?",
                "xmlns='u'",
                "</batch>",
                "<record>",
                "\uFEFF",
                "\uFFFF",
                "T,1,3",
                "京",
                " ",
                "=\"\"");
    }

    private static ObjectNode roundTrip(
            TestKind kind, Map<TestKind, FileFormat> formats, Charset charset, ObjectNode record) {
        ByteArrayOutputStream answer = new ByteArrayOutputStream();
        try (AnswerWriter writer = formats.get(kind).answer(answer)) {
            writer.write("record", record);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        Heard heard = TestFormats.read(formats.get(kind), kind.asBatch(answer.toByteArray(), charset));
        assertThat(heard.problems).isEmpty();
        return heard.records.get(0);
    }

    private static Map<TestKind, FileFormat> formats(Charset charset) {
        Map<TestKind, FileFormat> formats = new EnumMap<>(TestKind.class);
        for (TestKind kind : TestKind.values()) {
            formats.put(kind, kind.symmetric(charset));
        }
        return formats;
    }
}
