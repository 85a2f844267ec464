package io.hcpnbridge.mapping.format;

import io.hcpnbridge.text.Words;
import java.util.ArrayList;
import java.util.List;

/** A line in the positions of {@link Columns}. */
record FixedLengthRecord(String line, Lengths unit) implements RawRecord {
    /** Shorter or empty if the line is too short. */
    @Override
    public String raw(FieldLayout field) {
        return piece(field.position(), field.end());
    }

    @Override
    public List<String> outside(RecordLayout kind) {
        List<String> pieces = new ArrayList<>();
        int end = 0;
        for (FieldLayout field : kind.fields()) {
            pieces.add(piece(end, field.position()));
            end = field.end();
        }
        pieces.add(piece(end, line.length()));
        return pieces;
    }

    @Override
    public List<Misfit> misfits(RecordLayout kind) {
        if (line.length() == kind.width()) {
            return List.of();
        }
        Words rule = Words.of(
                "has %s, a line %s must have %s",
                "有 %s，%s 行必须有 %s", unit.count(line.length()), kind.mark(), unit.number(kind.width()));
        return List.of(new Misfit("", line, rule));
    }

    private String piece(int from, int to) {
        int end = Math.min(to, line.length());
        return line.substring(Math.min(from, end), end);
    }
}
