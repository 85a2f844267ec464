package io.hcpnbridge.mapping.format;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.hcpnbridge.mapping.Printable;
import io.hcpnbridge.mapping.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Optional;

/** One reading of one file. */
final class BatchReading {
    private static final byte DOS_END_OF_FILE = 0x1A;

    private final StreamLayout layout;
    private final FormatSettings settings;
    private final BatchListener listener;
    private final Columns columns;
    private final LineOrder order;
    private final LineFields fields;

    BatchReading(StreamLayout layout, FormatSettings settings, BatchListener listener) {
        this.layout = layout;
        this.settings = settings;
        this.listener = listener;
        columns = Columns.of(settings);
        order = new LineOrder(layout, listener);
        fields = new LineFields(layout, columns, listener);
    }

    void read(InputStream in) throws IOException {
        BoundedLines lines = new BoundedLines(in, settings.maxLine());
        BoundedLines.Line line = lines.next();
        if (line != null) {
            line = withoutMark(line);
            if (line == null) {
                return;
            }
        }
        boolean empty = true;
        while (line != null) {
            BoundedLines.Line next = lines.next();
            BoundedLines.Line shown = next == null ? withoutDosEnd(line) : line;
            if (!isBlank(shown)) {
                empty = false;
                read(shown);
            } else if (next != null) {
                problem(line.number(), "", "", "is blank");
            }
            line = next;
        }
        if (empty) {
            problem(0, "", "", "the file is empty");
        } else {
            order.end();
        }
    }

    private void read(BoundedLines.Line line) {
        String text = columns.line(line.bytes());
        Optional<RecordLayout> kind = layout.recordOf(text);
        boolean inPlace = order.accept(line.number(), kind.orElse(null), shown(text));
        ObjectNode content = content(line, kind, text);
        if (inPlace && kind.isPresent()) {
            deliver(kind.get(), content, line.number());
        }
    }

    /** Null if the line cannot be read; all that is wrong with it is reported then. */
    private ObjectNode content(BoundedLines.Line line, Optional<RecordLayout> kind, String text) {
        if (line.isCut()) {
            String rule = "has " + line.length() + " bytes, a line may have at most " + settings.maxLine();
            problem(line.number(), "", shown(text), rule);
            return null;
        }
        if (kind.isEmpty()) {
            FieldLayout mark = layout.records().get(0).fields().stream()
                    .filter(FieldLayout::identifier)
                    .findFirst()
                    .orElseThrow();
            String rule = "is an unknown kind of line, must be one of " + layout.marks();
            problem(line.number(), mark.name(), shown(mark.in(text)), rule);
            return null;
        }
        return fields.read(line.number(), kind.get(), text);
    }

    private void deliver(RecordLayout kind, ObjectNode content, long line) {
        if (content == null) {
            if (kind.name().equals("record")) {
                listener.unreadableRecord(line);
            }
            return;
        }
        switch (kind.name()) {
            case "header" -> listener.header(content, line);
            case "record" -> listener.record(content, line);
            case "trailer" -> listener.trailer(content, line);
            default -> throw new IllegalStateException(kind.name());
        }
    }

    /** Null when the file begins with the mark of another charset than the declared one. */
    private BoundedLines.Line withoutMark(BoundedLines.Line line) {
        byte[] bytes = ByteOrderMark.without(line.bytes(), settings.charset());
        Optional<String> other = ByteOrderMark.charset(bytes);
        if (other.isPresent()) {
            String rule = "the file begins with a byte order mark of " + other.get() + ", its declared charset is "
                    + settings.charset().name();
            problem(line.number(), "", "", rule);
            return null;
        }
        int mark = line.bytes().length - bytes.length;
        return new BoundedLines.Line(line.number(), bytes, line.length() - mark);
    }

    private static BoundedLines.Line withoutDosEnd(BoundedLines.Line line) {
        byte[] bytes = line.bytes();
        int end = bytes.length;
        while (!line.isCut() && end > 0 && bytes[end - 1] == DOS_END_OF_FILE) {
            end--;
        }
        return end == bytes.length ? line : new BoundedLines.Line(line.number(), Arrays.copyOf(bytes, end), end);
    }

    private static boolean isBlank(BoundedLines.Line line) {
        if (line.isCut()) {
            return false;
        }
        for (byte unit : line.bytes()) {
            if (unit != ' ') {
                return false;
            }
        }
        return true;
    }

    private String shown(String text) {
        return Printable.of(
                columns.shown(text.substring(0, Math.min(text.length(), 100))).stripTrailing());
    }

    private void problem(long line, String field, String value, String rule) {
        listener.problem(new Problem(line, field, value, rule));
    }
}
