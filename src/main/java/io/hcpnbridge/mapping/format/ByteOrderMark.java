package io.hcpnbridge.mapping.format;

import java.nio.charset.Charset;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;

/** The mark that some programs put in front of a text file. The declared charset's own is dropped, others refused. */
final class ByteOrderMark {
    private static final String MARK = "\uFEFF";
    private static final Map<String, String> KNOWN =
            Map.of("efbbbf", "UTF-8", "feff", "UTF-16", "fffe", "UTF-16", "84319533", "GB18030");

    private ByteOrderMark() {}

    /** The first line of a file without the mark of its declared charset. */
    static byte[] without(byte[] firstLine, Charset declared) {
        byte[] mark = declared.newEncoder().canEncode(MARK) ? MARK.getBytes(declared) : new byte[0];
        return startsWith(firstLine, mark) ? Arrays.copyOfRange(firstLine, mark.length, firstLine.length) : firstLine;
    }

    /** The rule that is broken when the line begins with the mark of another charset than the declared one. */
    static Optional<String> misfit(byte[] firstLine, Charset declared) {
        return KNOWN.entrySet().stream()
                .filter(known -> startsWith(firstLine, HexFormat.of().parseHex(known.getKey())))
                .findFirst()
                .map(known -> "the file begins with a byte order mark of " + known.getValue()
                        + ", its declared charset is " + declared.name());
    }

    private static boolean startsWith(byte[] line, byte[] mark) {
        return line.length >= mark.length && Arrays.equals(line, 0, mark.length, mark, 0, mark.length);
    }
}
