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
            line.append(filled(field, texts.getOrDefault(field.name(), "")));
        }
        return line.append(lineEnd.text()).toString();
    }

    /** Zeros go between the sign and the digits; a column without a value is blank. */
    private static String filled(FieldLayout field, String text) {
        int missing = field.length() - text.length();
        if (text.isEmpty() || !field.isNumber()) {
            return text + " ".repeat(missing);
        }
        String fill = String.valueOf(field.type().filler()).repeat(missing);
        return text.startsWith("-") && field.type().filler() == '0' ? "-" + fill + text.substring(1) : fill + text;
    }
}
