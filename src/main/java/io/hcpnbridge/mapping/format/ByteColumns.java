package io.hcpnbridge.mapping.format;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** One position is one byte: a line is read as ISO-8859-1, and each value is decoded from its own bytes. */
final class ByteColumns extends Columns {
    private final CharsetDecoder decoder;

    ByteColumns(Charset charset) {
        super(charset);
        decoder = charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
    }

    @Override
    String line(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }

    @Override
    String value(String columns) throws BrokenValueException {
        if (isAscii(columns)) {
            return columns;
        }
        ByteBuffer in = ByteBuffer.wrap(columns.getBytes(StandardCharsets.ISO_8859_1));
        CharBuffer out = CharBuffer.allocate(2 * columns.length());
        CoderResult result = decoder.reset().decode(in, out, false);
        if (result.isError()) {
            throw notInCharset();
        }
        if (in.hasRemaining()) {
            throw cutCharacter();
        }
        decoder.decode(in, out, true);
        decoder.flush(out);
        return out.flip().toString();
    }

    @Override
    String shown(String columns) {
        ByteBuffer in = ByteBuffer.wrap(bytes(columns));
        CharBuffer out = CharBuffer.allocate(4 * columns.length() + 4);
        decoder.reset();
        while (true) {
            CoderResult result = decoder.decode(in, out, true);
            if (!result.isError()) {
                decoder.flush(out);
                return out.flip().toString();
            }
            for (int count = result.length(); count > 0; count--) {
                out.put(String.format(Locale.ROOT, "\\x%02X", in.get()));
            }
        }
    }

    @Override
    String columns(String value) throws BrokenValueException {
        return new String(encode(value), StandardCharsets.ISO_8859_1);
    }

    @Override
    byte[] bytes(String columns) {
        return columns.getBytes(StandardCharsets.ISO_8859_1);
    }

    private static boolean isAscii(String text) {
        for (int index = 0; index < text.length(); index++) {
            if (text.charAt(index) >= 0x80) {
                return false;
            }
        }
        return true;
    }
}
