package io.hcpnbridge.intake.rules;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.OptionalLong;

/** In which line each document number of a batch stands; some 50 bytes for each, so that a million of them fits into memory. */
final class DocumentNumbers {
    private static final int SMALLEST = 1 << 10;
    private static final long PRESENT = 1L << 63;

    private final MessageDigest sha256 = ContentHash.sha256();
    /** Of each number 127 bits of its SHA-256, so that no two are ever taken for one; 0 where nothing stands. */
    private long[] keys = new long[SMALLEST];

    private long[] rests = new long[SMALLEST];
    private long[] lines = new long[SMALLEST];
    private int size;

    /** The line in which it stood before, if it did. */
    OptionalLong add(String document, long line) {
        if (2 * (size + 1) > keys.length) {
            grow();
        }
        var hash = ByteBuffer.wrap(sha256.digest(document.getBytes(StandardCharsets.UTF_8)));
        long key = hash.getLong() | PRESENT;
        long rest = hash.getLong();
        int place = place(key, rest);
        if (keys[place] != 0) {
            return OptionalLong.of(lines[place]);
        }
        put(place, key, rest, line);
        size++;
        return OptionalLong.empty();
    }

    private void grow() {
        long[] oldKeys = keys;
        long[] oldRests = rests;
        long[] oldLines = lines;
        keys = new long[2 * oldKeys.length];
        rests = new long[keys.length];
        lines = new long[keys.length];
        for (int old = 0; old < oldKeys.length; old++) {
            if (oldKeys[old] != 0) {
                put(place(oldKeys[old], oldRests[old]), oldKeys[old], oldRests[old], oldLines[old]);
            }
        }
    }

    private void put(int place, long key, long rest, long line) {
        keys[place] = key;
        rests[place] = rest;
        lines[place] = line;
    }

    private int place(long key, long rest) {
        int place = (int) (key & (keys.length - 1));
        while (keys[place] != 0 && (keys[place] != key || rests[place] != rest)) {
            place = (place + 1) & (keys.length - 1);
        }
        return place;
    }
}
