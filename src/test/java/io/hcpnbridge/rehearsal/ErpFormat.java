package io.hcpnbridge.rehearsal;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.yaml.snakeyaml.Yaml;

/**
 * Writes and reads an interface's files the way an ERP programmer does: by the fields in {@code format.xml} and the settings in
 * {@code interface.yaml}. Independent of the adapter's own reader and writer.
 */
public final class ErpFormat {
    /** Of the fixed-length files that ship. */
    public static final Charset CHARSET = Charset.forName("GB18030");

    private static final LocalDateTime WRITTEN = LocalDateTime.of(2026, 11, 23, 8, 9, 10);

    /** A field; {@code length} is 0 and {@code pattern} empty where there is none. */
    record Column(String name, int length, boolean right, String literal, String pattern) {}

    /** A record that was read. */
    public record Line(String record, Map<String, String> fields) {
        public String get(String field) {
            return fields.get(field);
        }
    }

    private final String interfaceName;
    private final Map<String, Map<String, List<Column>>> streams = new LinkedHashMap<>();
    private final ErpKind kind;

    private ErpFormat(String interfaceName, Path mappings) {
        this.interfaceName = interfaceName;
        var folder = mappings.resolve(interfaceName);
        try {
            var xml = DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(folder.resolve("format.xml").toFile())
                    .getDocumentElement();
            var patterns = new LinkedHashMap<String, String>();
            for (var handler : elements(xml.getElementsByTagName("typeHandler"))) {
                elements(handler.getElementsByTagName("property")).stream()
                        .filter(property -> property.getAttribute("name").equals("pattern"))
                        .forEach(
                                property -> patterns.put(handler.getAttribute("name"), property.getAttribute("value")));
            }
            for (var stream : elements(xml.getElementsByTagName("stream"))) {
                var records = new LinkedHashMap<String, List<Column>>();
                for (var record : elements(stream.getElementsByTagName("record"))) {
                    records.put(
                            record.getAttribute("name"),
                            elements(record.getElementsByTagName("field")).stream()
                                    .map(field -> column(field, patterns))
                                    .toList());
                }
                streams.put(stream.getAttribute("name"), records);
            }
            var name = elements(xml.getElementsByTagName("stream")).get(0).getAttribute("format");
            kind = ErpKind.of(name, settings(folder.resolve("interface.yaml")));
        } catch (Exception e) {
            throw new IllegalStateException(folder.toString(), e);
        }
    }

    /** The format that ships. */
    public static ErpFormat of(String interfaceName) {
        return of(interfaceName, Path.of("mappings"));
    }

    public static ErpFormat of(String interfaceName, Path mappings) {
        return new ErpFormat(interfaceName, mappings);
    }

    public Charset charset() {
        return kind.charset();
    }

    /** {@code txt}, {@code csv} or {@code xml}. */
    public String extension() {
        return kind.extension();
    }

    /** A whole batch of tenant acme: header, the given records, trailer with their count and the given totals. */
    public byte[] batch(String number, List<Map<String, String>> records, Map<String, String> totals) {
        return batch(Surroundings.TENANT, number, records, totals);
    }

    /** A whole batch of any tenant. */
    public byte[] batch(String tenant, String number, List<Map<String, String>> records, Map<String, String> totals) {
        var out = new ByteArrayOutputStream();
        out.writeBytes(kind.begin("batch"));
        out.writeBytes(line("header", header(tenant, number)));
        records.forEach(record -> out.writeBytes(line("record", record)));
        var trailer = new LinkedHashMap<>(totals);
        trailer.putIfAbsent("count", String.valueOf(records.size()));
        out.writeBytes(line("trailer", trailer));
        out.writeBytes(kind.end("batch"));
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
        var createdAt = streams.get("batch").get("header").stream()
                .filter(column -> column.name().equals("createdAt"))
                .map(column -> WRITTEN.format(DateTimeFormatter.ofPattern(column.pattern())))
                .findFirst()
                .orElseThrow();
        return Map.of("interface", interfaceName, "batchNumber", number, "createdAt", createdAt, "tenant", tenant);
    }

    /** One record of the {@code batch} stream, with its line end. */
    public byte[] line(String record, Map<String, String> fields) {
        var values = new LinkedHashMap<Column, String>();
        for (var column : streams.get("batch").get(record)) {
            values.put(column, column.literal().isEmpty() ? fields.getOrDefault(column.name(), "") : column.literal());
        }
        return kind.record(record, values);
    }

    /** The records of an answer or a refusal; values without padding, blank ones are empty. */
    public List<Line> read(byte[] answer) {
        return kind.read(answer, streams);
    }

    private static Column column(Element field, Map<String, String> patterns) {
        var length = field.getAttribute("length");
        return new Column(
                field.getAttribute("name"),
                length.isEmpty() ? 0 : Integer.parseInt(length),
                "right".equals(field.getAttribute("justify")),
                field.getAttribute("literal"),
                patterns.getOrDefault(field.getAttribute("typeHandler"), ""));
    }

    private static Map<String, String> settings(Path yaml) throws IOException {
        Map<String, Map<String, Object>> sections = new Yaml().load(Files.readString(yaml));
        var settings = new LinkedHashMap<String, String>();
        sections.get("format").forEach((key, value) -> settings.put(key, String.valueOf(value)));
        return settings;
    }

    private static List<Element> elements(NodeList nodes) {
        var elements = new ArrayList<Element>();
        for (int i = 0; i < nodes.getLength(); i++) {
            elements.add((Element) nodes.item(i));
        }
        return elements;
    }
}
