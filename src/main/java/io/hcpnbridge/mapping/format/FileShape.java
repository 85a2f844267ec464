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

    final void read(StreamLayout layout, InputStream in, BatchListener listener) throws IOException {
        Columns columns = columns();
        cut(layout, columns, in, new RecordReading(layout, columns, noun(), listener));
    }

    /** The same of what was written: as it stands there, whatever the order. */
    final void readWritten(StreamLayout layout, InputStream in, AnswerListener listener) throws IOException {
        Columns columns = columns();
        cut(layout, columns, in, new WrittenReading(columns, listener));
    }

    abstract void cut(StreamLayout layout, Columns columns, InputStream in, RecordSink records) throws IOException;

    /** What a record is in such a file. */
    abstract Noun noun();

    /** For one file only. */
    abstract Glue glue(StreamLayout layout);

    /** A length as people say it: "1 byte", "120 characters". */
    final Words count(int length) {
        return lengths().count(length);
    }
}
