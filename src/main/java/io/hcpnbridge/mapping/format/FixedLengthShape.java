package io.hcpnbridge.mapping.format;

import java.io.IOException;
import java.io.InputStream;

/** Lines of columns that each have a fixed place. */
final class FixedLengthShape extends FileShape {
    private final FixedLengthSettings settings;

    FixedLengthShape(FixedLengthSettings settings) {
        this.settings = settings;
    }

    @Override
    FormatSettings settings() {
        return settings;
    }

    @Override
    Lengths lengths() {
        return settings.lengths();
    }

    @Override
    void cut(StreamLayout layout, Columns columns, InputStream in, RecordSink records) throws IOException {
        new LineReading(
                        layout,
                        columns,
                        settings.maxLine(),
                        line -> new FixedLengthRecord(line, settings.lengths()),
                        records)
                .read(in);
    }

    @Override
    Noun noun() {
        return Noun.LINE;
    }

    @Override
    Glue glue(StreamLayout layout) {
        return new FixedLengthGlue(settings.lineEnd());
    }
}
