package io.hcpnbridge.mapping.format;

import java.io.IOException;
import java.io.InputStream;

/** One element for each record, with one element for each field in it. */
final class XmlShape extends FileShape {
    private final XmlSettings settings;

    XmlShape(XmlSettings settings) {
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
        new XmlReading(layout, columns, records).read(in);
    }

    @Override
    Noun noun() {
        return Noun.ELEMENT;
    }

    @Override
    Glue glue(StreamLayout layout) {
        return new XmlGlue(layout.name(), settings.charset());
    }
}
