package io.hcpnbridge.rehearsal;

import io.hcpnbridge.rehearsal.ErpColumns.Column;
import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Writes and reads an interface's files the way an ERP programmer does: by the columns in {@code interface.yaml}. Independent of the adapter's own reader and writer.
 */
public final class ErpFormat {
    /** Of the fixed-length files that ship. */
    public static final Charset CHARSET = Charset.forName("GB18030");

    private static final LocalDateTime WRITTEN = LocalDateTime.of(2026, 11, 23, 8, 9, 10);

    /** A record that was read. */
    public record Line(String record, Map<String, String> fields) {
        public String get(String field) {
            return fields.get(field);
        }
    }

    private final String interfaceName;
    private final ErpColumns columns;
    private final ErpKind kind;

    private ErpFormat(String interfaceName, Path mappings) {
        this.interfaceName = interfaceName;
        this.columns = ErpColumns.of(interfaceName, mappings);
        this.kind = ErpKind.of(columns);
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
        var createdAt = columns.stream("batch").get("header").stream()
                .filter(column -> column.name().equals("createdAt"))
                .map(column -> WRITTEN.format(DateTimeFormatter.ofPattern(column.pattern())))
                .findFirst()
                .orElseThrow();
        return Map.of("interface", interfaceName, "batchNumber", number, "createdAt", createdAt, "tenant", tenant);
    }

    /** One record of the {@code batch} stream, with its line end. */
    public byte[] line(String record, Map<String, String> fields) {
        var values = new LinkedHashMap<Column, String>();
        for (var column : columns.stream("batch").get(record)) {
            values.put(column, column.literal().isEmpty() ? fields.getOrDefault(column.name(), "") : column.literal());
        }
        return kind.record(record, values);
    }

    /** The records of an answer or a refusal; values without padding, blank ones are empty. */
    public List<Line> read(byte[] answer) {
        return kind.read(answer, columns.streams());
    }
}
