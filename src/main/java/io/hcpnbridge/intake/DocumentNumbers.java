package io.hcpnbridge.intake;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.OptionalLong;

/** In which line each document number of a batch stands; some 40 bytes for each, so that a million of them fits into memory. */
final class DocumentNumbers {
    private static final int SMALLEST = 1 << 10;

    /** Of each number 64 bits of its SHA-256; 0 where nothing stands. */
    private long[] keys = new long[SMALLEST];

    private long[] lines = new long[SMALLEST];
    private int size;

    /** The line in which it stood before, if it did. */
    OptionalLong add(String document, long line) {
        if (2 * (size + 1) > keys.length) {
            grow();
        }
        long key = key(document);
        int place = place(key);
        if (keys[place] == key) {
            return OptionalLong.of(lines[place]);
        }
        keys[place] = key;
        lines[place] = line;
        size++;
        return OptionalLong.empty();
    }

    private void grow() {
        long[] oldKeys = keys;
        long[] oldLines = lines;
        keys = new long[2 * oldKeys.length];
        lines = Arrays.copyOf(keys, keys.length);
        for (int old = 0; old < oldKeys.length; old++) {
            if (oldKeys[old] != 0) {
                int place = place(oldKeys[old]);
                keys[place] = oldKeys[old];
                lines[place] = oldLines[old];
            }
        }
    }

    private int place(long key) {
        int place = (int) (key & (keys.length - 1));
        while (keys[place] != 0 && keys[place] != key) {
            place = (place + 1) & (keys.length - 1);
        }
        return place;
    }

    private static long key(String document) {
        var digest = ContentHash.sha256();
        digest.update(document.getBytes(StandardCharsets.UTF_8));
        return ByteBuffer.wrap(digest.digest()).getLong() | 1L << 63;
    }
}
