package io.hcpnbridge.rehearsal;

import io.hcpnbridge.rehearsal.ErpColumns.Column;
import io.hcpnbridge.rehearsal.ErpFormat.Line;
import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Columns filled with blanks, counted in bytes. */
record ErpFixedLength(Charset charset) implements ErpKind {
    @Override
    public String extension() {
        return "txt";
    }

    @Override
    public byte[] record(String name, Map<Column, String> values) {
        var out = new ByteArrayOutputStream();
        values.forEach((column, value) -> {
            var bytes = value.getBytes(charset);
            var padding = new byte[column.length() - bytes.length];
            Arrays.fill(padding, (byte) ' ');
            if (column.right()) {
                out.writeBytes(padding);
            }
            out.writeBytes(bytes);
            if (!column.right()) {
                out.writeBytes(padding);
            }
        });
        out.writeBytes("\r\n".getBytes(charset));
        return out.toByteArray();
    }

    @Override
    public List<Line> read(byte[] answer, Map<String, Map<String, List<Column>>> streams) {
        var lines = new ArrayList<Line>();
        var start = 0;
        for (int i = 0; i < answer.length; i++) {
            if (answer[i] == '\n') {
                lines.add(line(Arrays.copyOfRange(answer, start, i - 1), streams));
                start = i + 1;
            }
        }
        return lines;
    }

    private Line line(byte[] bytes, Map<String, Map<String, List<Column>>> streams) {
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

    private Map<String, String> fields(List<Column> columns, byte[] bytes) {
        var fields = new LinkedHashMap<String, String>();
        var position = 0;
        for (var column : columns) {
            fields.put(column.name(), new String(bytes, position, column.length(), charset).strip());
            position += column.length();
        }
        return fields;
    }
}
