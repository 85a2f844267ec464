package io.hcpnbridge.mapping.format;

import io.hcpnbridge.text.Words;
import java.io.IOException;
import java.io.InputStream;

/** What the kinds of files differ in: how a record is described, cut out of a file and put into one. */
abstract class FileShape {
    static FileShape of(FormatSettings settings) {
        if (settings instanceof FixedLengthSettings fixed) {
            return new FixedLengthShape(fixed);
        }
        return settings instanceof CsvSettings csv ? new CsvShape(csv) : new XmlShape((XmlSettings) settings);
    }

    abstract FormatSettings settings();

    /** What lengths count. */
    abstract Lengths lengths();

    /** For one file only. */
    final Columns columns() {
        return Columns.of(settings().charset(), lengths());
    }

    abstract void read(StreamLayout layout, InputStream in, BatchListener listener) throws IOException;

    /** For one file only. */
    abstract Glue glue(StreamLayout layout);

    /** A length as people say it: "1 byte", "120 characters". */
    final Words count(int length) {
        return lengths().count(length);
    }
}
