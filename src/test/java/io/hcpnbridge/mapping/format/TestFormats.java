package io.hcpnbridge.mapping.format;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.hcpnbridge.mapping.Told;
import io.hcpnbridge.mapping.definition.TestDefinition;
import io.hcpnbridge.mapping.problem.Problem;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The format of the test mapping in any charset, and lines that are valid in it. */
final class TestFormats {
    static final Charset GB18030 = Charset.forName("GB18030");

    private static final int LINE = 56;

    private static final String DETAIL =
            """
              record:
                letter: D
                en: "as in the batch"
                zh: "与来文相同"
                columns:
                  customer: {type: text, length: 20, en: "the customer", zh: "客户"}
                  day: {type: day, en: "the day", zh: "日期"}
                  quantity: {type: number, en: "how many", zh: "数量"}
                  price: {type: cents, en: "the price", zh: "价格"}
                  filler: {type: blank, length: 2, en: "blank", zh: "留空"}
            """;

    private TestFormats() {}

    static TestDefinition definition(Charset charset, Lengths lengths) {
        return TestDefinition.of("stock.query")
                .withFiles("{kind: fixed-length, charset: %s, lengths: %s}"
                        .formatted(charset, lengths.name().toLowerCase(Locale.ROOT)));
    }

    static FileFormat format(Charset charset, Lengths lengths) {
        return definition(charset, lengths).read().files();
    }

    /** With an answer that has the batch's detail record too, so that what is written can be read. */
    static FileFormat symmetric(TestDefinition definition) {
        return definition
                .with("shared/records.yaml", "  result:\n    letter: D", "  result:\n    letter: Z")
                .with("interface.yaml", "  item:\n", DETAIL + "  item:\n")
                .read()
                .files();
    }

    static FileFormat gb18030() {
        return format(GB18030, Lengths.BYTES);
    }

    static String header() {
        return pad("H" + pad("stock.query", 16) + "B0000001" + "20240315103000" + pad("demo", 10), LINE);
    }

    static String line(String document, String customer) {
        return "D" + pad(document, 10) + customer + "20240229" + "000003" + "000012345" + "  ";
    }

    static String line(String document) {
        return line(document, " ".repeat(20));
    }

    static String trailer() {
        return pad("T" + "00000001" + "00000003", LINE);
    }

    static String pad(String text, int width) {
        return text + " ".repeat(width - text.length());
    }

    /** One char per byte, as {@link #bytes} turns it back. */
    static String columns(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }

    static byte[] bytes(String columns) {
        return columns.getBytes(StandardCharsets.ISO_8859_1);
    }

    static Heard read(FileFormat format, byte[] content) {
        Heard heard = new Heard();
        try {
            format.read(new ByteArrayInputStream(content), heard);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return heard;
    }

    /** All that a listener was told. */
    static class Heard implements BatchListener {
        final List<ObjectNode> headers = new ArrayList<>();
        final List<ObjectNode> records = new ArrayList<>();
        final List<ObjectNode> trailers = new ArrayList<>();
        final List<Long> lines = new ArrayList<>();
        final List<Told> problems = new ArrayList<>();

        @Override
        public void header(ObjectNode header, long line) {
            headers.add(header);
        }

        @Override
        public void record(ObjectNode record, long line) {
            records.add(record);
            lines.add(line);
        }

        @Override
        public void trailer(ObjectNode trailer, long line) {
            trailers.add(trailer);
        }

        @Override
        public void problem(Problem problem) {
            problems.add(Told.of(problem));
        }
    }
}
