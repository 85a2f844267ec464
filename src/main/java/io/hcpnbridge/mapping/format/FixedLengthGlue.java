package io.hcpnbridge.mapping.format;

import java.util.Map;

/** Columns of exact widths: texts stand left, numbers right. */
final class FixedLengthGlue implements Glue {
    private final LineEnd lineEnd;

    FixedLengthGlue(LineEnd lineEnd) {
        this.lineEnd = lineEnd;
    }

    @Override
    public String record(RecordLayout record, Map<String, String> texts) {
        StringBuilder line = new StringBuilder(record.width());
        for (FieldLayout field : record.fields()) {
            line.append(field.filled(texts.getOrDefault(field.name(), "")));
        }
        return line.append(lineEnd.text()).toString();
    }
}
