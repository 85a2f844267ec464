package io.hcpnbridge.partner.signing;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** RFC 3986: letters, digits and {@code - _ . ~} stay, every other byte of the UTF-8 form becomes %XX in upper case. */
final class PercentEncoding {
    private static final char[] HEX = "0123456789ABCDEF".toCharArray();

    private PercentEncoding() {}

    /** @throws IllegalArgumentException if the text is not Unicode (half a surrogate pair) */
    static String encode(String text) {
        StringBuilder encoded = new StringBuilder(text.length() + 16);
        ByteBuffer bytes = utf8(text);
        while (bytes.hasRemaining()) {
            byte b = bytes.get();
            if (isUnreserved(b)) {
                encoded.append((char) b);
            } else {
                encoded.append('%').append(HEX[(b >> 4) & 0xf]).append(HEX[b & 0xf]);
            }
        }
        return encoded.toString();
    }

    private static ByteBuffer utf8(String text) {
        try {
            return StandardCharsets.UTF_8.newEncoder().encode(CharBuffer.wrap(text));
        } catch (CharacterCodingException e) {
            throw new IllegalArgumentException("A path segment or query value is not Unicode text", e);
        }
    }

    private static boolean isUnreserved(byte b) {
        return b >= 'a' && b <= 'z'
                || b >= 'A' && b <= 'Z'
                || b >= '0' && b <= '9'
                || b == '-'
                || b == '_'
                || b == '.'
                || b == '~';
    }
}
