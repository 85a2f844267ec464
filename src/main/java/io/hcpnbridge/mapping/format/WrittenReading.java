package io.hcpnbridge.mapping.format;

import io.hcpnbridge.mapping.problem.Problem;
import io.hcpnbridge.text.Blanks;
import io.hcpnbridge.text.Printable;
import io.hcpnbridge.text.Words;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The records of an answer as they stand there: no rule is asked but whether their columns can be told apart. */
final class WrittenReading implements RecordSink {
    private final Columns columns;
    private final AnswerListener listener;

    WrittenReading(Columns columns, AnswerListener listener) {
        this.columns = columns;
        this.listener = listener;
    }

    @Override
    public void read(long number, Optional<RecordLayout> kind, RawRecord raw, String text, boolean whole) {
        if (kind.isEmpty()) {
            problem(number, "", text, Words.of("is an unknown kind of record", "是未知的记录类型"));
            return;
        }
        raw.misfits(kind.get()).forEach(misfit -> problem(number, misfit.field(), misfit.value(), misfit.rule()));
        Map<String, String> texts = new LinkedHashMap<>();
        for (FieldLayout field : kind.get().fields()) {
            String value = field.bound() && field.literal() == null ? Blanks.without(value(raw.raw(field))) : "";
            if (!value.isEmpty()) {
                texts.put(field.name(), value);
            }
        }
        listener.record(kind.get().name(), texts, number);
    }

    @Override
    public void unreadable(long number, Optional<RecordLayout> kind, String text, Words rule) {
        problem(number, "", text, rule);
    }

    @Override
    public void problem(long number, String field, String value, Words rule) {
        listener.problem(new Problem(number, field, Printable.of(Blanks.withoutTrailing(columns.shown(value))), rule));
    }

    @Override
    public void mayBeCutOff(long number) {
        // Its end, the trailer, is compared like every other record.
    }

    @Override
    public void end() {
        // Likewise.
    }

    private String value(String raw) {
        try {
            return columns.value(raw);
        } catch (BrokenValueException broken) {
            return columns.shown(raw);
        }
    }
}
