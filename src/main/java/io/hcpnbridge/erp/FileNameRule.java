package io.hcpnbridge.erp;

import io.hcpnbridge.text.Words;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Which names of files are let in: one safe path segment. Whatever a server lists under another name is never opened, moved or
 * used to build a path (CVE-2026-79983 of camel-ftp lets such names leave the polled folder; JSch takes {@code *} and {@code ?} for
 * wildcards, also when it removes files).
 */
public final class FileNameRule {
    /** Room for {@code .answer} within the 255 bytes most file systems allow. */
    public static final int LONGEST_NAME = 240;

    private FileNameRule() {}

    /** The rule that a name breaks; empty if the name is safe. */
    public static Optional<Words> brokenBy(String name) {
        if (name.isEmpty() || name.equals(".") || name.equals("..")) {
            return Optional.of(Words.of("must be a file name", "必须是文件名"));
        }
        if (name.indexOf('/') >= 0 || name.indexOf('\\') >= 0) {
            return Optional.of(Words.of("must not contain a path separator", "不得包含路径分隔符"));
        }
        if (name.indexOf('*') >= 0 || name.indexOf('?') >= 0) {
            return Optional.of(Words.of("must not contain * or ?", "不得包含 * 或 ?"));
        }
        if (name.codePoints().anyMatch(FileNameRule::isControl)) {
            return Optional.of(Words.of("must not contain control characters", "不得包含控制字符"));
        }
        if (name.startsWith("-")) {
            return Optional.of(Words.of("must not begin with a dash", "不得以连字符开头"));
        }
        if (name.getBytes(StandardCharsets.UTF_8).length > LONGEST_NAME) {
            return Optional.of(Words.of("must not be longer than %s bytes", "不得超过 %s 个字节", LONGEST_NAME));
        }
        return Optional.empty();
    }

    private static boolean isControl(int character) {
        return Character.isISOControl(character)
                || Character.getType(character) == Character.FORMAT
                || Character.getType(character) == Character.LINE_SEPARATOR
                || Character.getType(character) == Character.PARAGRAPH_SEPARATOR;
    }
}
