package io.hcpnbridge.check.mapping;

import io.hcpnbridge.mapping.InterfaceMapping;
import io.hcpnbridge.mapping.format.FileFormat;
import io.hcpnbridge.mapping.format.FileKind;
import io.hcpnbridge.mapping.format.FormatColumn;
import io.hcpnbridge.mapping.format.FormatRecord;

/** The columns of a fixed-length line fill it: none is missing, and the length that is stated is the one they have. */
final class LineLengths {
    private final FileFormat format;
    private final Findings findings;

    private LineLengths(FileFormat format, Findings findings) {
        this.format = format;
        this.findings = findings;
    }

    static void check(InterfaceMapping mapping, Findings findings) {
        FileFormat format = mapping.fileFormat();
        if (format.kind() == FileKind.FIXED_LENGTH) {
            LineLengths lengths = new LineLengths(format, findings);
            for (String stream : Streams.ALL) {
                format.records(stream).forEach(lengths::check);
            }
        }
    }

    private void check(FormatRecord record) {
        String place = record.stream() + "/" + record.name();
        if (record.shortest() != record.width() || record.longest() != record.width()) {
            findings.add(
                    "format.xml",
                    record.line(),
                    place + ": its columns take " + format.count(record.width()) + ", but minLength is "
                            + record.shortest() + " and maxLength " + record.longest() + "; write minLength=\""
                            + record.width() + "\" maxLength=\"" + record.width()
                            + "\", or correct the column whose length is wrong");
        }
        int end = 0;
        for (FormatColumn column : record.columns()) {
            if (column.position() > end) {
                findings.add(
                        "format.xml",
                        column.line(),
                        place + "/" + column.name() + ": before it " + format.count(column.position() - end)
                                + " belong to no column; write position=\"" + end
                                + "\", or name what stands there with ignore=\"true\"");
            }
            end = Math.max(end, column.end());
        }
    }
}
