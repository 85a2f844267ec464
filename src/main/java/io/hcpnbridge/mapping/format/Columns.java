package io.hcpnbridge.mapping.format;

import io.hcpnbridge.text.Words;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.CodingErrorAction;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Between the bytes of a line and the positions that the format counts: a line as columns has one char per position,
 * so that the format library can cut it. ASCII stands for itself in it. Not thread-safe: one per file.
 */
abstract sealed class Columns permits ByteColumns, CharacterColumns {
    private final CharsetEncoder encoder;
    private final Charset charset;

    Columns(Charset charset) {
        this.charset = charset;
        encoder = charset.newEncoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
    }

    static Columns of(Charset charset, Lengths lengths) {
        return lengths == Lengths.BYTES ? new ByteColumns(charset) : new CharacterColumns(charset);
    }

    final Charset charset() {
        return charset;
    }

    /** The columns of a line as it was read; never fails, what is broken shows up in {@link #value}. */
    abstract String line(byte[] bytes);

    /** The text in some columns of a line. */
    abstract String value(String columns) throws BrokenValueException;

    /** The same for people: what is broken is shown as {@code \xHH}. */
    abstract String shown(String columns);

    /** The columns that a text takes. */
    abstract String columns(String value) throws BrokenValueException;

    /** The bytes of a line as it is written. */
    abstract byte[] bytes(String columns);

    /** The text cut into pieces of at most {@code width} positions, never inside a character. */
    final List<String> wrap(String text, int width) throws BrokenValueException {
        List<String> pieces = new ArrayList<>();
        StringBuilder piece = new StringBuilder();
        int used = 0;
        for (int codePoint : text.codePoints().toArray()) {
            String character = Character.toString(codePoint);
            int size = columns(character).length();
            if (used + size > width) {
                pieces.add(piece.toString());
                piece.setLength(0);
                used = 0;
            }
            piece.append(character);
            used += size;
        }
        if (!piece.isEmpty()) {
            pieces.add(piece.toString());
        }
        return pieces;
    }

    /** The text with every character that the charset cannot write spelled out as {@code \}{@code uXXXX}. */
    final String writable(String text) {
        if (encoder.canEncode(text)) {
            return text;
        }
        StringBuilder writable = new StringBuilder();
        text.codePoints().forEach(codePoint -> {
            String character = Character.toString(codePoint);
            writable.append(encoder.canEncode(character) ? character : codePointName("\\u", codePoint));
        });
        return writable.toString();
    }

    final byte[] encode(String text) throws BrokenValueException {
        try {
            ByteBuffer bytes = encoder.encode(CharBuffer.wrap(text));
            byte[] exact = new byte[bytes.remaining()];
            bytes.get(exact);
            return exact;
        } catch (CharacterCodingException unmappable) {
            encoder.reset();
            int codePoint = text.codePoints()
                    .filter(point -> !encoder.canEncode(Character.toString(point)))
                    .findFirst()
                    .orElse(0xFFFD);
            throw new BrokenValueException(Words.of(
                    "contains %s, which %s cannot write",
                    "含有 %s，%s 字符集无法表示", codePointName("U+", codePoint), charset.name()));
        }
    }

    final BrokenValueException notInCharset() {
        return new BrokenValueException(notIn(charset));
    }

    /** Of bytes that are none of its characters. */
    static Words notIn(Charset charset) {
        return Words.of("is not %s", "不是有效的 %s 编码", charset.name());
    }

    static BrokenValueException cutCharacter() {
        return new BrokenValueException(
                Words.of("ends inside a character: the column's border cuts it", "以半个字符结尾：列的边界切断了它"));
    }

    private static String codePointName(String prefix, int codePoint) {
        return prefix + String.format(Locale.ROOT, "%04X", codePoint);
    }
}
