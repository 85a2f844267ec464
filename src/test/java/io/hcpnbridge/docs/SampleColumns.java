package io.hcpnbridge.docs;

import io.hcpnbridge.rehearsal.ErpColumns;
import io.hcpnbridge.rehearsal.ErpFormat;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A sample's lines; fixed-length columns are made visible: {@code |} between them, without the blanks that fill them. */
final class SampleColumns {
    private static final Charset ERP = Charset.forName("GB18030");

    /** Lengths of the columns by the first byte of a line. */
    private final Map<String, List<Integer>> lengths = new LinkedHashMap<>();

    private SampleColumns(String iface, String stream) {
        ErpColumns.of(iface, Path.of("mappings")).stream(stream)
                .values()
                .forEach(columns -> lengths.put(
                        columns.get(0).literal(),
                        columns.stream().map(ErpColumns.Column::length).toList()));
    }

    /** The lines of a sample such as {@code orders.renew/samples/april.in.txt}. */
    static List<String> of(String sample) throws IOException {
        var file = Path.of("mappings").resolve(sample);
        if (!sample.endsWith(".txt")) {
            var charset = ErpFormat.of(file.getName(1).toString()).charset();
            return Files.readAllLines(file, charset);
        }
        var lines = Files.readAllLines(file, StandardCharsets.ISO_8859_1);
        var stream = sample.endsWith(".in.txt") ? "batch" : lines.get(0).startsWith("X") ? "refusal" : "answer";
        var columns = new SampleColumns(file.getName(1).toString(), stream);
        return lines.stream().map(columns::shown).toList();
    }

    private String shown(String line) {
        var cells = new ArrayList<String>();
        int from = 0;
        for (int length : lengths.get(line.substring(0, 1))) {
            var bytes = line.substring(from, from + length).getBytes(StandardCharsets.ISO_8859_1);
            cells.add(new String(bytes, ERP).strip());
            from += length;
        }
        return String.join("|", cells);
    }
}
