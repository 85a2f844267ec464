package io.hcpnbridge.check.mapping;

import io.hcpnbridge.mapping.AnswerSum;
import io.hcpnbridge.mapping.InterfaceMapping;
import io.hcpnbridge.mapping.format.FormatColumn;
import io.hcpnbridge.mapping.format.FormatRecord;
import java.util.Optional;

/** What {@code interface.yaml} adds up and tells apart by are columns of the rows it names. */
final class SummedColumns {
    private static final String FILE = "interface.yaml";

    private SummedColumns() {}

    static void check(InterfaceMapping mapping, Findings findings) {
        for (AnswerSum sum : mapping.settings().sums()) {
            FormatRecord rows = Streams.record(mapping, "answer", sum.row());
            Optional<FormatColumn> added = rows.column(sum.field());
            if (added.isEmpty() || !added.get().number()) {
                add(findings, rows, "field", sum.field(), "no number");
            }
            if (rows.column(sum.by()).isEmpty()) {
                add(findings, rows, "by", sum.by(), "no column");
            }
        }
    }

    private static void add(Findings findings, FormatRecord rows, String key, String name, String none) {
        findings.add(
                FILE,
                0,
                "sums." + key + ": the record answer/" + rows.name() + " of format.xml has " + none + " " + name
                        + Spelling.advice(name, Streams.names(rows)));
    }
}
