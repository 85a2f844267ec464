package io.hcpnbridge.mapping.format;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.hcpnbridge.json.ExactJson;
import io.hcpnbridge.mapping.Printable;
import io.hcpnbridge.mapping.Problem;
import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.beanio.BeanReaderException;
import org.beanio.InvalidRecordException;
import org.beanio.Unmarshaller;

/** The fields of one line after the other: every bad field is reported, good lines come out as objects. */
final class LineFields {
    private final Columns columns;
    private final BatchListener listener;
    private final Unmarshaller unmarshaller;

    LineFields(StreamLayout layout, Columns columns, BatchListener listener) {
        this.columns = columns;
        this.listener = listener;
        unmarshaller = layout.unmarshaller();
    }

    /** @return null if anything is wrong with the line */
    ObjectNode read(long line, RecordLayout kind, String text) {
        Set<String> bad =
                text.chars().allMatch(unit -> unit >= ' ' && unit < 0x7F) ? Set.of() : textProblems(line, kind, text);
        if (text.length() < kind.shortest() || text.length() > kind.longest()) {
            problem(line, "", text.stripTrailing(), lengthRule(kind, text.length()));
            return null;
        }
        try {
            Object values = unmarshaller.unmarshal(text);
            return bad.isEmpty() ? object(kind, (Map<?, ?>) values) : null;
        } catch (InvalidRecordException invalid) {
            Map<String, Collection<String>> errors = invalid.getRecordContext().getFieldErrors();
            for (FieldLayout field : kind.fields()) {
                if (!bad.contains(field.name())) {
                    errors.getOrDefault(field.name(), Set.of())
                            .forEach(rule -> problem(line, field.name(), value(field, text), rule));
                }
            }
            return null;
        } catch (BeanReaderException unreadable) {
            problem(line, "", text.stripTrailing(), "cannot be read: " + unreadable.getMessage());
            return null;
        }
    }

    private String lengthRule(RecordLayout kind, int length) {
        Lengths unit = columns.settings().lengths();
        String wanted = kind.shortest() == kind.longest()
                ? "must have " + kind.longest()
                : "must have " + kind.shortest() + " to " + kind.longest();
        return "has " + unit.count(length) + ", a line " + kind.mark() + " " + wanted;
    }

    /** Control characters and text that is not in the charset; the names of the fields that have them. */
    private Set<String> textProblems(long line, RecordLayout kind, String text) {
        Set<String> bad = new HashSet<>();
        int end = 0;
        for (FieldLayout field : kind.fields()) {
            checkText(
                    line, "", text.substring(Math.min(end, text.length()), Math.min(field.position(), text.length())));
            if (!checkText(line, field.name(), field.in(text))) {
                bad.add(field.name());
            }
            end = field.end();
        }
        checkText(line, "", text.substring(Math.min(end, text.length())));
        return bad;
    }

    private boolean checkText(long line, String field, String raw) {
        String rule = null;
        try {
            if (columns.value(raw).chars().anyMatch(LineFields::isControl)) {
                rule = "must not contain control characters";
            }
        } catch (BrokenTextException broken) {
            rule = broken.getMessage();
        }
        if (rule != null) {
            problem(line, field, raw.stripTrailing(), rule);
        }
        return rule == null;
    }

    private ObjectNode object(RecordLayout kind, Map<?, ?> values) {
        ObjectNode object = ExactJson.mapper().createObjectNode();
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
        }
        return object;
    }

    private void putText(ObjectNode object, String name, String raw) {
        try {
            String text = withoutBlanks(columns.value(raw));
            if (!text.isEmpty()) {
                object.put(name, text);
            }
        } catch (BrokenTextException impossible) {
            throw new IllegalStateException(name + " was checked before", impossible);
        }
    }

    private static String withoutBlanks(String text) {
        int from = 0;
        int to = text.length();
        while (from < to && text.charAt(from) == ' ') {
            from++;
        }
        while (to > from && text.charAt(to - 1) == ' ') {
            to--;
        }
        return text.substring(from, to);
    }

    private static boolean isControl(int unit) {
        return Character.isISOControl(unit) || unit == 0x2028 || unit == 0x2029;
    }

    private String value(FieldLayout field, String text) {
        return withoutBlanks(field.in(text));
    }

    private void problem(long line, String field, String raw, String rule) {
        listener.problem(new Problem(line, field, Printable.of(columns.shown(raw)), rule));
    }
}
