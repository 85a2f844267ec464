package io.hcpnbridge.mapping.format;

import io.hcpnbridge.text.Blanks;
import io.hcpnbridge.text.Words;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Function;

/** One reading of one file that has a record on each line. */
final class LineReading {
    private static final byte DOS_END_OF_FILE = 0x1A;

    private final StreamLayout layout;
    private final Columns columns;
    private final int maxLine;
    private final Function<String, RawRecord> cutter;
    private final RecordSink records;

    LineReading(
            StreamLayout layout, Columns columns, int maxLine, Function<String, RawRecord> cutter, RecordSink records) {
        this.layout = layout;
        this.columns = columns;
        this.maxLine = maxLine;
        this.cutter = cutter;
        this.records = records;
    }

    void read(InputStream in) throws IOException {
        BoundedLines lines = new BoundedLines(in, maxLine);
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
                problem(line.number(), Words.of("is blank", "是空行"));
            }
            line = next;
        }
        if (!lines.isLastEnded()) {
            records.mayBeCutOff(lines.count());
        }
        if (empty) {
            records.mayBeCutOff(0);
            problem(0, Words.of("the file is empty", "文件为空"));
        } else {
            records.end();
        }
    }

    private void read(BoundedLines.Line line) {
        String text = columns.line(line.bytes());
        RawRecord raw = cutter.apply(text);
        Optional<RecordLayout> kind = layout.recordOf(raw);
        if (line.isCut()) {
            Words rule = Words.of(
                    "has %s bytes, a line may have at most %s", "有 %s 个字节，一行最多 %s 个字节", line.length(), maxLine);
            records.unreadable(line.number(), kind, text, rule);
        } else {
            records.read(line.number(), kind, raw, text, true);
        }
    }

    /** Null when the file begins with the mark of another charset than the declared one. */
    private BoundedLines.Line withoutMark(BoundedLines.Line line) {
        byte[] bytes = ByteOrderMark.without(line.bytes(), columns.charset());
        Optional<Words> other = ByteOrderMark.misfit(bytes, columns.charset());
        if (other.isPresent()) {
            problem(line.number(), other.get());
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
            if (!Blanks.isBlank(unit)) {
                return false;
            }
        }
        return true;
    }

    private void problem(long line, Words rule) {
        records.problem(line, "", "", rule);
    }
}
