package io.hcpnbridge.mapping.format;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.hcpnbridge.mapping.problem.Problem;
import io.hcpnbridge.text.Blanks;
import io.hcpnbridge.text.Printable;
import io.hcpnbridge.text.Words;
import java.util.Optional;

/** The records of one file one after the other: good ones in their place are delivered, all else is reported. */
final class RecordReading implements RecordSink {
    private static final int SHOWN = 100;

    private final StreamLayout layout;
    private final Columns columns;
    private final Noun noun;
    private final BatchListener listener;
    private final RecordOrder order;
    private final RecordFields fields;

    RecordReading(StreamLayout layout, Columns columns, Noun noun, BatchListener listener) {
        this.layout = layout;
        this.columns = columns;
        this.noun = noun;
        this.listener = listener;
        order = new RecordOrder(layout, noun, listener);
        fields = new RecordFields(columns, listener);
    }

    @Override
    public void read(long number, Optional<RecordLayout> kind, RawRecord raw, String text, boolean whole) {
        boolean inPlace = order.accept(number, kind.orElse(null), shown(text));
        if (kind.isEmpty()) {
            Optional<FieldLayout> mark = layout.records().get(0).identifier();
            Words rule = Words.of(
                    "is an unknown kind of %s, must be one of %s", "是未知的%s类型，必须是 %s 之一", noun.words(), layout.marks());
            String value = mark.map(raw::raw).orElse(text);
            problem(number, mark.map(FieldLayout::name).orElse(""), value, rule);
            return;
        }
        ObjectNode content = fields.read(number, kind.get(), raw);
        if (inPlace) {
            deliver(kind.get(), whole ? content : null, number);
        }
    }

    @Override
    public void unreadable(long number, Optional<RecordLayout> kind, String text, Words rule) {
        boolean inPlace = order.accept(number, kind.orElse(null), shown(text));
        problem(number, "", text, rule);
        if (inPlace && kind.isPresent()) {
            deliver(kind.get(), null, number);
        }
    }

    @Override
    public void mayBeCutOff(long number) {
        listener.mayBeCutOff(number);
    }

    @Override
    public void end() {
        order.end();
    }

    @Override
    public void problem(long number, String field, String value, Words rule) {
        listener.problem(new Problem(number, field, shown(value), rule));
    }

    private void deliver(RecordLayout kind, ObjectNode content, long number) {
        if (content == null) {
            if (kind.name().equals("record")) {
                listener.unreadableRecord(number);
            }
            return;
        }
        switch (kind.name()) {
            case "header" -> listener.header(content, number);
            case "record" -> listener.record(content, number);
            case "trailer" -> listener.trailer(content, number);
            default -> throw new IllegalStateException(kind.name());
        }
    }

    private String shown(String text) {
        return Printable.of(Blanks.withoutTrailing(columns.shown(text.substring(0, Math.min(text.length(), SHOWN)))));
    }
}
