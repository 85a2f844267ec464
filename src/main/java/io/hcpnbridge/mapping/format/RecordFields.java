package io.hcpnbridge.mapping.format;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.hcpnbridge.json.ExactJson;
import io.hcpnbridge.mapping.Blanks;
import io.hcpnbridge.mapping.Printable;
import io.hcpnbridge.mapping.Problem;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.beanio.BeanReaderException;
import org.beanio.InvalidRecordException;
import org.beanio.Unmarshaller;

/** The fields of one record after the other: every bad field is reported, good records come out as objects. */
final class RecordFields {
    private final Columns columns;
    private final BatchListener listener;
    private final Unmarshaller unmarshaller;

    RecordFields(StreamLayout layout, Columns columns, BatchListener listener) {
        this.columns = columns;
        this.listener = listener;
        unmarshaller = layout.unmarshaller();
    }

    /** @return null if anything is wrong with the record */
    ObjectNode read(long number, RecordLayout kind, RawRecord raw) {
        Set<String> bad = textProblems(number, kind, raw);
        List<RawRecord.Misfit> misfits = raw.misfits(kind);
        misfits.forEach(
                misfit -> problem(number, misfit.field(), Blanks.withoutTrailing(misfit.value()), misfit.rule()));
        if (!misfits.isEmpty()) {
            return null;
        }
        try {
            Object values = raw.unmarshal(unmarshaller);
            return bad.isEmpty() ? object(number, kind, (Map<?, ?>) values) : null;
        } catch (InvalidRecordException invalid) {
            Map<String, Collection<String>> errors = invalid.getRecordContext().getFieldErrors();
            for (FieldLayout field : kind.fields()) {
                if (!bad.contains(field.name())) {
                    errors.getOrDefault(field.name(), Set.of())
                            .forEach(rule -> problem(number, field.name(), Blanks.without(raw.raw(field)), rule));
                }
            }
            return null;
        } catch (BeanReaderException unreadable) {
            problem(number, "", "", "cannot be read: " + unreadable.getMessage());
            return null;
        }
    }

    /** Control characters and text that is not in the charset; the names of the fields that have them. */
    private Set<String> textProblems(long number, RecordLayout kind, RawRecord raw) {
        Set<String> bad = new HashSet<>();
        for (FieldLayout field : kind.fields()) {
            if (!checkText(number, field.name(), raw.raw(field))) {
                bad.add(field.name());
            }
        }
        raw.outside(kind).forEach(piece -> checkText(number, "", piece));
        return bad;
    }

    private boolean checkText(long number, String field, String raw) {
        if (raw.chars().allMatch(unit -> unit >= ' ' && unit < 0x7F)) {
            return true;
        }
        String rule = null;
        try {
            if (Blanks.without(columns.value(raw)).chars().anyMatch(RecordFields::isControl)) {
                rule = "must not contain control characters";
            }
        } catch (BrokenTextException broken) {
            rule = broken.getMessage();
        }
        if (rule != null) {
            problem(number, field, Blanks.withoutTrailing(raw), rule);
        }
        return rule == null;
    }

    /** @return null if a required field turns out to have nothing but blanks, which the format library takes for a value */
    private ObjectNode object(long number, RecordLayout kind, Map<?, ?> values) {
        ObjectNode object = ExactJson.mapper().createObjectNode();
        boolean complete = true;
        for (FieldLayout field : kind.fields()) {
            Object value = values.get(field.name());
            if (value == null || field.identifier()) {
                continue;
            }
            if (field.type() != null) {
                object.set(field.name(), field.type().json(value));
            } else {
                putText(object, field.name(), (String) value);
            }
            if (field.required() && !object.has(field.name())) {
                problem(number, field.name(), "", "is required");
                complete = false;
            }
        }
        return complete ? object : null;
    }

    private void putText(ObjectNode object, String name, String raw) {
        try {
            String text = Blanks.without(columns.value(raw));
            if (!text.isEmpty()) {
                object.put(name, text);
            }
        } catch (BrokenTextException impossible) {
            throw new IllegalStateException(name + " was checked before", impossible);
        }
    }

    private static boolean isControl(int unit) {
        return Character.isISOControl(unit) || unit == 0x2028 || unit == 0x2029;
    }

    private void problem(long number, String field, String raw, String rule) {
        listener.problem(new Problem(number, field, Printable.of(columns.shown(raw)), rule));
    }
}
