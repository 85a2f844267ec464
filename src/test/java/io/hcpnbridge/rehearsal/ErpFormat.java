package io.hcpnbridge.rehearsal;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/**
 * Writes and reads an interface's fixed-length files the way an ERP programmer does: by the columns in {@code format.xml}, in bytes
 * of GB18030. Independent of the adapter's own reader and writer.
 */
public final class ErpFormat {
    public static final Charset CHARSET = Charset.forName("GB18030");

    private record Column(String name, int length, boolean right, String literal) {}

    /** A line that was read. */
    public record Line(String record, Map<String, String> fields) {
        public String get(String field) {
            return fields.get(field);
        }
    }

    private final String interfaceName;
    private final Map<String, Map<String, List<Column>>> streams = new LinkedHashMap<>();

    private ErpFormat(String interfaceName, Path mappings) {
        this.interfaceName = interfaceName;
        try {
            var xml = DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(mappings.resolve(interfaceName).resolve("format.xml").toFile());
            for (var stream : elements(xml.getElementsByTagName("stream"))) {
                var records = new LinkedHashMap<String, List<Column>>();
                for (var record : elements(stream.getElementsByTagName("record"))) {
                    records.put(
                            record.getAttribute("name"),
                            elements(record.getElementsByTagName("field")).stream()
                                    .map(ErpFormat::column)
                                    .toList());
                }
                streams.put(stream.getAttribute("name"), records);
            }
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    /** The format that ships. */
    public static ErpFormat of(String interfaceName) {
        return of(interfaceName, Path.of("mappings"));
    }

    public static ErpFormat of(String interfaceName, Path mappings) {
        return new ErpFormat(interfaceName, mappings);
    }

    /** A whole batch of tenant acme: header, the given records, trailer with their count and the given totals. */
    public byte[] batch(String number, List<Map<String, String>> records, Map<String, String> totals) {
        return batch(Surroundings.TENANT, number, records, totals);
    }

    /** A whole batch of any tenant. */
    public byte[] batch(String tenant, String number, List<Map<String, String>> records, Map<String, String> totals) {
        var out = new ByteArrayOutputStream();
        out.writeBytes(line("header", header(tenant, number)));
        records.forEach(record -> out.writeBytes(line("record", record)));
        var trailer = new LinkedHashMap<>(totals);
        trailer.putIfAbsent("count", String.valueOf(records.size()));
        out.writeBytes(line("trailer", trailer));
        return out.toByteArray();
    }

    public byte[] batch(String number, List<Map<String, String>> records) {
        return batch(number, records, Map.of());
    }

    /** The usual header. */
    public Map<String, String> header(String number) {
        return header(Surroundings.TENANT, number);
    }

    /** The usual header of any tenant. */
    public Map<String, String> header(String tenant, String number) {
        return Map.of(
                "interface", interfaceName, "batchNumber", number, "createdAt", "20261123080910", "tenant", tenant);
    }

    /** One line of the {@code batch} stream with CRLF. */
    public byte[] line(String record, Map<String, String> fields) {
        var out = new ByteArrayOutputStream();
        for (var column : streams.get("batch").get(record)) {
            var value = column.literal().isEmpty() ? fields.getOrDefault(column.name(), "") : column.literal();
            var bytes = value.getBytes(CHARSET);
            var padding = new byte[column.length() - bytes.length];
            Arrays.fill(padding, (byte) ' ');
            if (column.right()) {
                out.writeBytes(padding);
            }
            out.writeBytes(bytes);
            if (!column.right()) {
                out.writeBytes(padding);
            }
        }
        out.writeBytes("\r\n".getBytes(CHARSET));
        return out.toByteArray();
    }

    /** The lines of an answer or a refusal; values without padding. */
    public List<Line> read(byte[] answer) {
        var lines = new ArrayList<Line>();
        var start = 0;
        for (int i = 0; i < answer.length; i++) {
            if (answer[i] == '\n') {
                lines.add(line(Arrays.copyOfRange(answer, start, i - 1)));
                start = i + 1;
            }
        }
        return lines;
    }

    private Line line(byte[] bytes) {
        var type = String.valueOf((char) bytes[0]);
        for (var stream : List.of("answer", "refusal")) {
            for (var record : streams.get(stream).entrySet()) {
                var columns = record.getValue();
                var length = columns.stream().mapToInt(Column::length).sum();
                if (columns.get(0).literal().equals(type) && length == bytes.length) {
                    return new Line(record.getKey(), fields(columns, bytes));
                }
            }
        }
        throw new IllegalArgumentException("No record has type " + type + " and " + bytes.length + " bytes");
    }

    private static Map<String, String> fields(List<Column> columns, byte[] bytes) {
        var fields = new LinkedHashMap<String, String>();
        var position = 0;
        for (var column : columns) {
            fields.put(column.name(), new String(bytes, position, column.length(), CHARSET).strip());
            position += column.length();
        }
        return fields;
    }

    private static Column column(Element field) {
        return new Column(
                field.getAttribute("name"),
                Integer.parseInt(field.getAttribute("length")),
                "right".equals(field.getAttribute("justify")),
                field.getAttribute("literal"));
    }

    private static List<Element> elements(NodeList nodes) {
        var elements = new ArrayList<Element>();
        for (int i = 0; i < nodes.getLength(); i++) {
            elements.add((Element) nodes.item(i));
        }
        return elements;
    }
}
