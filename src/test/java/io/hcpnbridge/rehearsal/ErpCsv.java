package io.hcpnbridge.rehearsal;

import io.hcpnbridge.rehearsal.ErpColumns.Column;
import io.hcpnbridge.rehearsal.ErpFormat.Line;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Cells between delimiters; every text is quoted, as some ERPs do. */
record ErpCsv(Charset charset, char delimiter, char quote) implements ErpKind {
    private static final Pattern NUMBER = Pattern.compile("[-+]?[0-9.]*[-+]?");

    @Override
    public String extension() {
        return "csv";
    }

    @Override
    public byte[] record(String name, Map<Column, String> values) {
        var cells = values.values().stream().map(this::cell).collect(Collectors.joining(String.valueOf(delimiter)));
        return (cells + "\r\n").getBytes(charset);
    }

    private String cell(String value) {
        var mark = String.valueOf(quote);
        return NUMBER.matcher(value).matches() ? value : mark + value.replace(mark, mark + mark) + mark;
    }

    @Override
    public List<Line> read(byte[] answer, Map<String, Map<String, List<Column>>> streams) {
        var rows = rows(new String(answer, charset));
        var stream = streams.get(rows.get(0).get(0).equals("X") ? "refusal" : "answer");
        return rows.stream().map(row -> line(row, stream)).toList();
    }

    private static Line line(List<String> row, Map<String, List<Column>> stream) {
        for (var record : stream.entrySet()) {
            var columns = record.getValue();
            if (columns.get(0).literal().equals(row.get(0)) && columns.size() == row.size()) {
                var fields = new LinkedHashMap<String, String>();
                for (int i = 0; i < row.size(); i++) {
                    fields.put(columns.get(i).name(), row.get(i));
                }
                return new Line(record.getKey(), fields);
            }
        }
        throw new IllegalArgumentException("No record has the columns " + row);
    }

    /** Reads character by character; an apostrophe before what a spreadsheet would compute does not count. */
    private List<List<String>> rows(String text) {
        var rows = new ArrayList<List<String>>();
        var row = new ArrayList<String>();
        var cell = new StringBuilder();
        var quoted = false;
        var last = '\n';
        for (char unit : text.toCharArray()) {
            if (unit == quote) {
                if (!quoted && last == quote) {
                    cell.append(quote);
                }
                quoted = !quoted;
            } else if (quoted || (unit != delimiter && unit != '\n')) {
                cell.append(unit);
            } else {
                row.add(cell.toString().strip().replaceFirst("^'(?=[=+@-])", ""));
                cell.setLength(0);
                if (unit == '\n') {
                    rows.add(List.copyOf(row));
                    row.clear();
                }
            }
            last = unit;
        }
        return rows;
    }
}
