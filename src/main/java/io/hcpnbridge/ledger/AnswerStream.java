package io.hcpnbridge.ledger;

import java.io.InputStream;
import java.util.Optional;
import java.util.function.IntFunction;

/** Reads an answer part by part, so that only one is in memory. */
final class AnswerStream extends InputStream {
    private final IntFunction<Optional<byte[]>> parts;
    private byte[] part = {};
    private int position;
    private int next;

    AnswerStream(IntFunction<Optional<byte[]>> parts) {
        this.parts = parts;
    }

    @Override
    public int read() {
        return fill() ? part[position++] & 0xff : -1;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) {
        if (length == 0) {
            return 0;
        }
        if (!fill()) {
            return -1;
        }
        var count = Math.min(length, part.length - position);
        System.arraycopy(part, position, buffer, offset, count);
        position += count;
        return count;
    }

    private boolean fill() {
        while (position == part.length) {
            var loaded = parts.apply(next);
            if (loaded.isEmpty()) {
                return false;
            }
            part = loaded.get();
            position = 0;
            next++;
        }
        return true;
    }
}
