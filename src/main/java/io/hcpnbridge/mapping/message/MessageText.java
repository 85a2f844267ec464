package io.hcpnbridge.mapping.message;

import io.hcpnbridge.text.Words;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;

/** What texts from outside must keep, whatever column they stand in. */
final class MessageText {
    private static final Pattern UTC = Pattern.compile("\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}Z");

    private MessageText() {}

    /** The rule that a text breaks. */
    static Optional<Words> brokenBy(String text, int longest) {
        if (text.codePoints().anyMatch(MessageText::isControl)) {
            return Optional.of(Words.of("must not contain control characters", "不得包含控制字符"));
        }
        if (text.codePoints().anyMatch(MessageText::isSurrogate)) {
            return Optional.of(Words.of("must not contain half a character", "不得包含半个字符"));
        }
        if (text.codePointCount(0, text.length()) > longest) {
            return Optional.of(Words.of("must have at most %s characters", "最多 %s 个字符", longest));
        }
        if (UTC.matcher(text).matches() && !isTime(text)) {
            return Optional.of(Words.of("must be a date and time of the calendar", "必须是日历上存在的日期和时间"));
        }
        return Optional.empty();
    }

    /** Whether it is a time in UTC as the records have it, {@code yyyy-MM-dd'T'HH:mm:ss'Z'}. */
    static boolean isUtc(String text) {
        return UTC.matcher(text).matches() && isTime(text);
    }

    /** The text so far as it can be stored: nothing in it that {@link #brokenBy} refuses. */
    static String storable(String text, int longest) {
        StringBuilder storable = new StringBuilder();
        text.codePoints()
                .limit(longest)
                .map(point -> isControl(point) || isSurrogate(point) ? '?' : point)
                .forEach(storable::appendCodePoint);
        return storable.toString();
    }

    private static boolean isTime(String text) {
        try {
            return Instant.parse(text).toString().equals(text);
        } catch (DateTimeException invalid) {
            return false;
        }
    }

    private static boolean isControl(int codePoint) {
        return Character.isISOControl(codePoint) || codePoint == 0x2028 || codePoint == 0x2029;
    }

    private static boolean isSurrogate(int codePoint) {
        return Character.getType(codePoint) == Character.SURROGATE;
    }
}
