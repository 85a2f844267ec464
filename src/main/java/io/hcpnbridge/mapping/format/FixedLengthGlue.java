package io.hcpnbridge.mapping.format;

import java.util.HashMap;
import java.util.Map;
import org.beanio.Marshaller;

/** Columns of exact widths; the format library pads them. */
final class FixedLengthGlue implements Glue {
    private final Marshaller marshaller;
    private final LineEnd lineEnd;

    FixedLengthGlue(StreamLayout layout, LineEnd lineEnd) {
        this.marshaller = layout.marshaller();
        this.lineEnd = lineEnd;
    }

    @Override
    public String record(RecordLayout record, Map<String, String> texts) {
        Map<String, String> filled = new HashMap<>(texts);
        for (FieldLayout field : record.fields()) {
            if (field.zeroFilled() && field.isNumber()) {
                filled.computeIfPresent(field.name(), (name, number) -> signFirst(number, field.length()));
            }
        }
        return marshaller.marshal(record.name(), filled) + lineEnd.text();
    }

    /** Zeros go between the sign and the digits. */
    private static String signFirst(String number, int length) {
        return number.startsWith("-") ? "-" + "0".repeat(length - number.length()) + number.substring(1) : number;
    }
}
