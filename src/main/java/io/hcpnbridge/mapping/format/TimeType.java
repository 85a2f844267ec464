package io.hcpnbridge.mapping.format;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.hcpnbridge.text.Words;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;

/**
 * The ERP's local time in a column, UTC text {@code yyyy-MM-dd'T'HH:mm:ss'Z'} in the record. A pattern without a time
 * of day means midnight. Blank or all zeros is no time. A local time that the zone skips when clocks go forward is
 * refused; one that occurs twice is the earlier.
 */
public final class TimeType implements ColumnType {
    private static final DateTimeFormatter UTC =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

    private final String pattern;
    private final ZoneId zone;
    private final DateTimeFormatter local;

    /**
     * @param pattern as of {@link DateTimeFormatter}, e.g. {@code yyyyMMddHHmmss}
     * @throws IllegalArgumentException if it is none
     */
    public TimeType(String pattern, ZoneId zone) {
        this.pattern = pattern;
        this.zone = zone;
        local = DateTimeFormatter.ofPattern(pattern.replace('y', 'u'), Locale.ROOT)
                .withResolverStyle(ResolverStyle.STRICT);
    }

    /** As of {@link DateTimeFormatter}. */
    public String pattern() {
        return pattern;
    }

    /** How many characters a time of that pattern takes. */
    public int length() {
        return pattern.replace("'", "").length();
    }

    @Override
    public boolean isNumber() {
        return false;
    }

    @Override
    public JsonNode read(String text) throws BrokenValueException {
        return text.chars().allMatch(unit -> unit == '0') ? null : TextNode.valueOf(utc(text));
    }

    private String utc(String text) throws BrokenValueException {
        LocalDateTime time = local(text);
        if (zone.getRules().getValidOffsets(time).isEmpty()) {
            if (isDate()) {
                return UTC.format(time.toLocalDate().atStartOfDay(zone));
            }
            throw new BrokenValueException(
                    Words.of("does not exist in %s: the clocks go forward then", "在 %s 不存在：届时时钟拨快", zone));
        }
        return UTC.format(time.atZone(zone).withEarlierOffsetAtOverlap());
    }

    @Override
    public String written(JsonNode value) throws BrokenValueException {
        try {
            return local.format(Instant.parse(value.asText()).atZone(zone));
        } catch (DateTimeException notUtc) {
            throw new BrokenValueException(
                    Words.of(
                            "must be a time in UTC, yyyy-MM-dd'T'HH:mm:ss'Z'",
                            "必须是 UTC 时间，格式为 yyyy-MM-dd'T'HH:mm:ss'Z'"),
                    notUtc);
        }
    }

    private LocalDateTime local(String text) throws BrokenValueException {
        if (isAllDigits() && !text.matches("[0-9]{" + pattern.length() + "}")) {
            throw new BrokenValueException(
                    Words.of("must have %s digits %s", "必须是 %s 位数字 %s", pattern.length(), pattern));
        }
        try {
            TemporalAccessor parsed = local.parseBest(text, LocalDateTime::from, LocalDate::from);
            return parsed instanceof LocalDate date ? date.atStartOfDay() : (LocalDateTime) parsed;
        } catch (DateTimeException invalid) {
            throw new BrokenValueException(
                    Words.of("must be a date of the calendar as %s", "必须是日历上存在的日期，格式为 %s", pattern), invalid);
        }
    }

    private boolean isAllDigits() {
        return pattern.chars().allMatch(letter -> "yMdHms".indexOf(letter) >= 0);
    }

    private boolean isDate() {
        return pattern.chars().noneMatch(letter -> letter == 'H' || letter == 'h');
    }
}
