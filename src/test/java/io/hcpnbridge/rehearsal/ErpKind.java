package io.hcpnbridge.rehearsal;

import io.hcpnbridge.rehearsal.ErpFormat.Column;
import io.hcpnbridge.rehearsal.ErpFormat.Line;
import java.nio.charset.Charset;
import java.util.List;
import java.util.Map;

/** What ERPs do differently in the kinds of files. */
interface ErpKind {
    /** @param settings the section {@code format} of {@code interface.yaml} */
    static ErpKind of(String format, Map<String, String> settings) {
        return switch (format) {
            case "fixedlength" -> new ErpFixedLength(Charset.forName(settings.getOrDefault("charset", "GB18030")));
            case "csv" ->
                new ErpCsv(
                        Charset.forName(settings.getOrDefault("charset", "GB18030")),
                        settings.getOrDefault("delimiter", ",")
                                .replace("tab", "\t")
                                .charAt(0),
                        settings.getOrDefault("quote", "\"").charAt(0));
            case "xml" -> new ErpXml(Charset.forName(settings.getOrDefault("charset", "UTF-8")));
            default -> throw new IllegalArgumentException(format);
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
