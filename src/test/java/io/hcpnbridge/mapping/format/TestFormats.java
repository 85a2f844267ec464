package io.hcpnbridge.mapping.format;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.hcpnbridge.mapping.Problem;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/** The format of the test mapping in any charset, and lines that are valid in it. */
final class TestFormats {
    static final Charset GB18030 = Charset.forName("GB18030");

    static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

    private TestFormats() {}

    static FormatSettings settings(Charset charset, Lengths lengths) {
        return new FixedLengthSettings(charset, SHANGHAI, 20, LineEnd.CRLF, 200, lengths);
    }

    static FileFormat format(Charset charset, Lengths lengths) {
        return FileFormat.compile("stock.query/format.xml", xml(), settings(charset, lengths));
    }

    static FileFormat gb18030() {
        return format(GB18030, Lengths.BYTES);
    }

    /** A format of the class path. */
    static FileFormat compiled(String resource, FormatSettings settings) {
        return FileFormat.compile("stock.query/format.xml", content(resource), settings);
    }

    static byte[] xml() {
        return content("/mapping/catalog/stock.query/format.xml");
    }

    static byte[] content(String resource) {
        try (InputStream in = TestFormats.class.getResourceAsStream(resource)) {
            return in.readAllBytes();
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }

    static String header() {
        return "H" + pad("stock.query", 16) + "B0000001" + "20240315103000" + pad("demo", 10);
    }

    static String line(String document, String customer) {
        return "D" + pad(document, 10) + customer + "20240229" + "000003" + "000012345" + "  ";
    }

    static String line(String document) {
        return line(document, " ".repeat(20));
    }

    static String trailer() {
        return "T" + "00000001" + "00000003";
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
        final List<Problem> problems = new ArrayList<>();

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
            problems.add(problem);
        }
    }
}
