package io.hcpnbridge.mapping.format;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/** Lines of a stream, ended by LF or CRLF, the last one by the end; never more than the longest allowed in memory. */
final class BoundedLines {
    private final InputStream in;
    private final int longest;
    private final byte[] buffer = new byte[16 * 1024];
    private int next;
    private int filled;
    private long number;
    private boolean ended;

    BoundedLines(InputStream in, int longest) {
        this.in = in;
        this.longest = longest;
    }

    /**
     * @param number from 1
     * @param bytes without the line's end; of a line that is too long only its beginning
     * @param length of the whole line in bytes without its end
     */
    record Line(long number, byte[] bytes, long length) {
        boolean isCut() {
            return length > bytes.length;
        }
    }

    /** @return null at the end of the stream */
    Line next() throws IOException {
        if (!fill()) {
            return null;
        }
        ByteArrayOutputStream kept = new ByteArrayOutputStream(256);
        long length = 0;
        int last = -1;
        ended = false;
        while (fill()) {
            int unit = buffer[next++];
            if (unit == '\n') {
                ended = true;
                break;
            }
            last = unit;
            if (length++ < longest) {
                kept.write(unit);
            }
        }
        return line(kept.toByteArray(), length, last);
    }

    /** How many lines there have been so far. */
    long count() {
        return number;
    }

    /** Whether the last line had an end of its own. */
    boolean isLastEnded() {
        return ended;
    }

    private Line line(byte[] kept, long length, int last) {
        number++;
        if (last != '\r') {
            return new Line(number, kept, length);
        }
        boolean endKept = length <= longest;
        byte[] bytes = endKept ? Arrays.copyOf(kept, kept.length - 1) : kept;
        return new Line(number, bytes, length - 1);
    }

    private boolean fill() throws IOException {
        if (next < filled) {
            return true;
        }
        next = 0;
        filled = Math.max(in.readNBytes(buffer, 0, buffer.length), 0);
        return filled > 0;
    }
}
