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
    void read(StreamLayout layout, InputStream in, BatchListener listener) throws IOException {
        new LineReading(layout, columns(), settings.maxLine(), line -> CsvCutter.cut(line, settings), listener)
                .read(in);
    }

    @Override
    Glue glue(StreamLayout layout) {
        return new CsvGlue(settings);
    }
}
