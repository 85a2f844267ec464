package io.hcpnbridge.mapping.format;

import io.hcpnbridge.text.Words;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.util.Locale;

/**
 * One position is one UTF-16 unit. A byte that is not in the charset becomes a lone low surrogate (U+DC00 + byte), so
 * that the rest of the line is still read and the column that holds it can be named.
 */
final class CharacterColumns extends Columns {
    private static final char BROKEN = '\uDC00';

    private final CharsetDecoder decoder;

    CharacterColumns(Charset charset) {
        super(charset);
        decoder = charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
    }

    @Override
    String line(byte[] bytes) {
        ByteBuffer in = ByteBuffer.wrap(bytes);
        CharBuffer out = CharBuffer.allocate(2 * bytes.length + 2);
        decoder.reset();
        while (true) {
            CoderResult result = decoder.decode(in, out, true);
            if (!result.isError()) {
                decoder.flush(out);
                return out.flip().toString();
            }
            for (int count = Math.min(result.length(), in.remaining()); count > 0; count--) {
                out.put((char) (BROKEN + (in.get() & 0xFF)));
            }
        }
    }

    @Override
    String value(String columns) throws BrokenValueException {
        for (int index = 0; index < columns.length(); index++) {
            char unit = columns.charAt(index);
            if (Character.isHighSurrogate(unit)) {
                index++;
                if (index == columns.length()) {
                    throw cutCharacter();
                }
            } else if (isBroken(unit)) {
                throw notInCharset();
            } else if (Character.isLowSurrogate(unit)) {
                throw new BrokenValueException(
                        Words.of("begins inside a character: the column's border cuts it", "以半个字符开头：列的边界切断了它"));
            }
        }
        return columns;
    }

    @Override
    String shown(String columns) {
        StringBuilder shown = new StringBuilder();
        for (int index = 0; index < columns.length(); index++) {
            char unit = columns.charAt(index);
            boolean second = index > 0 && Character.isHighSurrogate(columns.charAt(index - 1));
            if (isBroken(unit) && !second) {
                shown.append(String.format(Locale.ROOT, "\\x%02X", unit - BROKEN));
            } else {
                shown.append(unit);
            }
        }
        return shown.toString();
    }

    @Override
    String columns(String value) throws BrokenValueException {
        encode(value);
        return value;
    }

    @Override
    byte[] bytes(String columns) {
        return columns.getBytes(charset());
    }

    /** A second half of a pair has the same range: only asked where no first half stands before it. */
    private static boolean isBroken(char unit) {
        return unit >= BROKEN && unit <= BROKEN + 0xFF;
    }
}
