package io.hcpnbridge.mapping.format;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.hcpnbridge.json.ExactJson;
import io.hcpnbridge.mapping.problem.Problem;
import io.hcpnbridge.text.Blanks;
import io.hcpnbridge.text.Printable;
import io.hcpnbridge.text.Words;
import java.util.List;

/** The fields of one record after the other: every bad field is reported, good records come out as objects. */
final class RecordFields {
    private final Columns columns;
    private final BatchListener listener;

    RecordFields(Columns columns, BatchListener listener) {
        this.columns = columns;
        this.listener = listener;
    }

    /** @return null if anything is wrong with the record */
    ObjectNode read(long number, RecordLayout kind, RawRecord raw) {
        List<RawRecord.Misfit> misfits = raw.misfits(kind);
        ObjectNode record = ExactJson.mapper().createObjectNode();
        boolean whole = misfits.isEmpty();
        for (FieldLayout field : kind.fields()) {
            whole &= read(number, field, raw.raw(field), misfits.isEmpty() ? record : null);
        }
        for (String piece : raw.outside(kind)) {
            whole &= text(number, "", piece) != null;
        }
        misfits.forEach(
                misfit -> problem(number, misfit.field(), Blanks.withoutTrailing(misfit.value()), misfit.rule()));
        return whole ? record : null;
    }

    /**
     * @param record to put the value into; null if the record's fields cannot be told apart, so that only their texts are looked at
     * @return whether the field is right
     */
    private boolean read(long number, FieldLayout field, String raw, ObjectNode record) {
        String text = text(number, field.name(), raw);
        if (text == null || record == null) {
            return text != null;
        }
        try {
            JsonNode value = value(field, text);
            if (value != null && field.bound() && field.literal() == null) {
                record.set(field.name(), value);
            }
            return true;
        } catch (BrokenValueException broken) {
            problem(number, field.name(), Blanks.without(raw), broken.rule());
            return false;
        }
    }

    /** Null if it stands for nothing. */
    private static JsonNode value(FieldLayout field, String text) throws BrokenValueException {
        if (text.length() > field.length()) {
            throw new BrokenValueException(Words.of("must have at most %s characters", "最多 %s 个字符", field.length()));
        }
        JsonNode value = null;
        if (!text.isEmpty()) {
            value = field.type() == null ? TextNode.valueOf(text) : field.type().read(text);
        }
        if (value == null && field.required()) {
            throw new BrokenValueException(Words.of("is required", "为必填项"));
        }
        return value;
    }

    /** The text without the blanks around it; null if it has control characters or is not in the charset, which is reported. */
    private String text(long number, String field, String raw) {
        Words rule;
        try {
            String text = Blanks.without(columns.value(raw));
            if (text.chars().noneMatch(RecordFields::isControl)) {
                return text;
            }
            rule = Words.of("must not contain control characters", "不得包含控制字符");
        } catch (BrokenValueException broken) {
            rule = broken.rule();
        }
        problem(number, field, Blanks.withoutTrailing(raw), rule);
        return null;
    }

    private static boolean isControl(int unit) {
        return Character.isISOControl(unit) || unit == 0x2028 || unit == 0x2029;
    }

    private void problem(long number, String field, String raw, Words rule) {
        listener.problem(new Problem(number, field, Printable.of(columns.shown(raw)), rule));
    }
}
