package io.hcpnbridge.mapping.format;

import io.hcpnbridge.text.Words;
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
    static Optional<Words> misfit(byte[] firstLine, Charset declared) {
        return KNOWN.entrySet().stream()
                .filter(known -> startsWith(firstLine, HexFormat.of().parseHex(known.getKey())))
                .findFirst()
                .map(known -> Words.of(
                        "the file begins with a byte order mark of %s, its declared charset is %s",
                        "文件以 %s 的字节顺序标记（BOM）开头，而声明的字符集是 %s", known.getValue(), declared.name()));
    }

    private static boolean startsWith(byte[] line, byte[] mark) {
        return line.length >= mark.length && Arrays.equals(line, 0, mark.length, mark, 0, mark.length);
    }
}
