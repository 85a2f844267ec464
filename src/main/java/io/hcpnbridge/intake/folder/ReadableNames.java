package io.hcpnbridge.intake.folder;

import io.hcpnbridge.erp.FileNameRule;
import io.hcpnbridge.erp.sftp.ServerNames;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Locale;
import java.util.zip.CRC32;
import org.springframework.stereotype.Component;

/** A safe name in which the ERP recognises one that is not let in: what is wrong stands as {@code %} and two hex digits a byte. */
@Component
class ReadableNames {
    private static final int ENDING = 12;

    private final ServerNames names;

    ReadableNames(ServerNames names) {
        this.names = names;
    }

    /** For a name with one character for each byte. */
    String of(String bytes) {
        var safe = names.read(bytes).map(this::escaped).orElseGet(() -> escapedBytes(bytes));
        if (safe.isEmpty()) {
            return "%";
        }
        return length(safe) <= FileNameRule.LONGEST_NAME ? safe : shortened(safe, bytes);
    }

    private String escaped(String name) {
        var safe = new StringBuilder();
        name.codePoints().forEach(character -> {
            var text = Character.toString(character);
            var broken = character == '%'
                    || (safe.isEmpty() && character == '.')
                    || FileNameRule.brokenBy(safe.isEmpty() ? text : "a" + text).isPresent();
            safe.append(broken ? escapedBytes(names.write(text), true) : text);
        });
        return safe.toString();
    }

    private static String escapedBytes(String bytes) {
        return escapedBytes(bytes, false);
    }

    private static String escapedBytes(String bytes, boolean all) {
        var safe = new StringBuilder();
        for (char one : bytes.toCharArray()) {
            var plain = !all
                    && (Character.isDigit(one)
                            || one >= 'A' && one <= 'Z'
                            || one >= 'a' && one <= 'z'
                            || "._-".indexOf(one) >= 0 && !safe.isEmpty());
            safe.append(
                    plain
                            ? String.valueOf(one)
                            : "%" + HexFormat.of().withUpperCase().toHexDigits((byte) one));
        }
        return safe.toString();
    }

    /** Beginning and ending, with a checksum of the whole between them. */
    private String shortened(String safe, String bytes) {
        var sum = new CRC32();
        sum.update(bytes.getBytes(StandardCharsets.ISO_8859_1));
        var dot = safe.lastIndexOf('.');
        var ending = dot > 0 && safe.length() - dot <= ENDING ? safe.substring(dot) : "";
        var tail = "~" + String.format(Locale.ROOT, "%08x", sum.getValue()) + ending;
        var head = new StringBuilder();
        for (int character : safe.codePoints().toArray()) {
            var longer = head + Character.toString(character);
            if (length(longer + tail) > FileNameRule.LONGEST_NAME) {
                break;
            }
            head.appendCodePoint(character);
        }
        return head + tail;
    }

    private int length(String name) {
        return names.write(name).length();
    }
}
