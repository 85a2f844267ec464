package io.hcpnbridge.json;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * The characters of a JSON text that came in bytes, whatever can be told for certain about their encoding: a byte order mark, the
 * zeros that only UTF-16 and UTF-32 have between ASCII characters, UTF-8, which nothing else looks like, and only then what was
 * declared. Nothing is replaced and nothing guessed.
 */
public final class JsonText {
    private static final Pattern DECLARED = Pattern.compile("(?i);\\s*charset\\s*=\\s*[\"']?([A-Za-z0-9][\\w.:+-]*)");
    private static final Charset UTF_32BE = Charset.forName("UTF-32BE");
    private static final Charset UTF_32LE = Charset.forName("UTF-32LE");

    /** Longer ones first: UTF-32LE begins like UTF-16LE. */
    private static final Map<int[], Charset> MARKS = new LinkedHashMap<>();

    static {
        MARKS.put(new int[] {0, 0, 0xFE, 0xFF}, UTF_32BE);
        MARKS.put(new int[] {0xFF, 0xFE, 0, 0}, UTF_32LE);
        MARKS.put(new int[] {0xEF, 0xBB, 0xBF}, StandardCharsets.UTF_8);
        MARKS.put(new int[] {0xFE, 0xFF}, StandardCharsets.UTF_16BE);
        MARKS.put(new int[] {0xFF, 0xFE}, StandardCharsets.UTF_16LE);
    }

    private JsonText() {}

    /**
     * @param contentType of the bytes; null when not told
     * @throws CharacterCodingException if they are none of what they can be
     */
    public static String of(byte[] bytes, String contentType) throws CharacterCodingException {
        for (var mark : MARKS.entrySet()) {
            if (startsWith(bytes, mark.getKey())) {
                var length = mark.getKey().length;
                return decode(ByteBuffer.wrap(bytes, length, bytes.length - length), mark.getValue());
            }
        }
        var wide = wide(bytes);
        if (wide != null) {
            return decode(ByteBuffer.wrap(bytes), wide);
        }
        try {
            return decode(ByteBuffer.wrap(bytes), StandardCharsets.UTF_8);
        } catch (CharacterCodingException notUtf8) {
            var declared = declared(contentType);
            if (declared == null) {
                throw notUtf8;
            }
            return decode(ByteBuffer.wrap(bytes), declared);
        }
    }

    /** A JSON text begins with an ASCII character, and has no character zero. */
    private static Charset wide(byte[] bytes) {
        if (bytes.length < 2 || bytes[0] != 0 && bytes[1] != 0) {
            return null;
        }
        if (bytes[0] != 0) {
            return bytes.length > 3 && bytes[2] == 0 && bytes[3] == 0 ? UTF_32LE : StandardCharsets.UTF_16LE;
        }
        return bytes[1] == 0 ? UTF_32BE : StandardCharsets.UTF_16BE;
    }

    private static Charset declared(String contentType) {
        var found = DECLARED.matcher(contentType == null ? "" : contentType);
        return found.find() && Charset.isSupported(found.group(1)) ? Charset.forName(found.group(1)) : null;
    }

    private static String decode(ByteBuffer bytes, Charset charset) throws CharacterCodingException {
        return charset.newDecoder().decode(bytes).toString();
    }

    private static boolean startsWith(byte[] bytes, int[] mark) {
        for (int i = 0; i < mark.length; i++) {
            if (bytes.length <= i || (bytes[i] & 0xFF) != mark[i]) {
                return false;
            }
        }
        return true;
    }
}
