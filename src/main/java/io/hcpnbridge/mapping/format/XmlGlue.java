package io.hcpnbridge.mapping.format;

import java.nio.charset.Charset;
import java.util.Map;

/** Elements without attributes, a record on each line; blank fields are left out. */
final class XmlGlue implements Glue {
    private static final char LAST_CHARACTER = '\uFFFD';

    private final String root;
    private final Charset charset;

    XmlGlue(String root, Charset charset) {
        this.root = root;
        this.charset = charset;
    }

    @Override
    public String begin() {
        return "<?xml version=\"1.0\" encoding=\"" + charset.name() + "\"?>\n<" + root + ">\n";
    }

    @Override
    public String record(RecordLayout record, Map<String, String> texts) {
        StringBuilder xml = new StringBuilder();
        xml.append('<').append(record.name()).append('>');
        for (FieldLayout field : record.fields()) {
            String text = texts.get(field.name());
            if (text != null) {
                xml.append('<').append(field.name()).append('>');
                append(xml, text);
                xml.append("</").append(field.name()).append('>');
            }
        }
        return xml.append("</").append(record.name()).append(">\n").toString();
    }

    @Override
    public String end() {
        return "</" + root + ">\n";
    }

    /** Control characters are blanks already; what else XML 1.0 forbids becomes one here. */
    private static void append(StringBuilder xml, String text) {
        for (int index = 0; index < text.length(); index++) {
            char unit = text.charAt(index);
            switch (unit) {
                case '&' -> xml.append("&amp;");
                case '<' -> xml.append("&lt;");
                case '>' -> xml.append("&gt;");
                default -> xml.append(unit > LAST_CHARACTER ? ' ' : unit);
            }
        }
    }
}
