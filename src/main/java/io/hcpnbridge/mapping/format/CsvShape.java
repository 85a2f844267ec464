package io.hcpnbridge.mapping.format;

import java.io.IOException;
import java.io.InputStream;

/** Lines of values between delimiters. */
final class CsvShape extends FileShape {
    private final CsvSettings settings;

    CsvShape(CsvSettings settings) {
        this.settings = settings;
    }

    @Override
    FormatSettings settings() {
        return settings;
    }

    @Override
    Lengths lengths() {
        return Lengths.CHARACTERS;
    }

    @Override
    void cut(StreamLayout layout, Columns columns, InputStream in, RecordSink records) throws IOException {
        new LineReading(layout, columns, settings.maxLine(), line -> CsvCutter.cut(line, settings), records).read(in);
    }

    @Override
    Noun noun() {
        return Noun.LINE;
    }

    @Override
    Glue glue(StreamLayout layout) {
        return new CsvGlue(settings);
    }
}
