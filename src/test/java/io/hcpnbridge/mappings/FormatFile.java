package io.hcpnbridge.mappings;

import io.hcpnbridge.rehearsal.ErpColumns;
import io.hcpnbridge.rehearsal.ErpColumns.Column;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The files of a shipped interface, put together without the engine so that it is checked against them and not by itself. */
final class FormatFile {
    /** A kind of record; {@code length} of its fixed-length line. */
    record Line(String name, int length, List<Column> columns) {
        Column column(String wanted) {
            return columns.stream()
                    .filter(column -> column.name().equals(wanted))
                    .findFirst()
                    .orElseThrow();
        }
    }

    private final ErpColumns columns;

    private FormatFile(ErpColumns columns) {
        this.columns = columns;
    }

    static FormatFile of(String iface) {
        return new FormatFile(ErpColumns.of(iface, Path.of("mappings")));
    }

    /** {@code fixed-length}, {@code csv} or {@code xml}. */
    String kind() {
        return columns.kind();
    }

    boolean isFixedLength() {
        return kind().equals("fixed-length");
    }

    Map<String, Line> stream(String name) {
        Map<String, Line> lines = new LinkedHashMap<>();
        columns.stream(name).forEach((record, of) -> lines.put(record, new Line(record, ErpColumns.length(of), of)));
        return lines;
    }
}
