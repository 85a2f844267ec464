package io.hcpnbridge.rehearsal;

import io.hcpnbridge.rehearsal.ErpColumns.Column;
import io.hcpnbridge.rehearsal.ErpFormat.Line;
import java.nio.charset.Charset;
import java.util.List;
import java.util.Map;

/** What ERPs do differently in the kinds of files. */
interface ErpKind {
    static ErpKind of(ErpColumns columns) {
        var charset = Charset.forName(columns.look("charset"));
        return switch (columns.kind()) {
            case "fixed-length" -> new ErpFixedLength(charset);
            case "csv" ->
                new ErpCsv(
                        charset,
                        columns.look("delimiter").replace("tab", "\t").charAt(0),
                        columns.look("quote").charAt(0));
            case "xml" -> new ErpXml(charset);
            default -> throw new IllegalArgumentException(columns.kind());
        };
    }

    Charset charset();

    String extension();

    default byte[] begin(String stream) {
        return new byte[0];
    }

    byte[] record(String name, Map<Column, String> values);

    default byte[] end(String stream) {
        return new byte[0];
    }

    /** @param streams records and their fields by stream */
    List<Line> read(byte[] answer, Map<String, Map<String, List<Column>>> streams);
}
