package io.hcpnbridge.mapping.format;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.hcpnbridge.mapping.Blanks;
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
import org.beanio.types.TypeConversionException;

/**
 * The ERP's local time in a column, UTC text {@code yyyy-MM-dd'T'HH:mm:ss'Z'} in the record. A pattern without a time
 * of day means midnight. Blank or all zeros is no time. A local time that the zone skips when clocks go forward is
 * refused; one that occurs twice is the earlier.
 */
public final class LocalTimeHandler implements ColumnType {
    private static final DateTimeFormatter UTC =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

    private String pattern;
    private DateTimeFormatter local;
    private ZoneId zone;

    /** As of {@link DateTimeFormatter}, e.g. {@code yyyyMMddHHmmss}. */
    public void setPattern(String pattern) {
        this.pattern = pattern;
    }

    /** Region id, e.g. {@code Asia/Shanghai}; usually <code>${zone}</code>. */
    public void setZone(String zone) {
        this.zone = ZoneId.of(zone);
    }

    @Override
    public Class<?> getType() {
        return String.class;
    }

    @Override
    public void checkConfigured() {
        if (pattern == null || zone == null) {
            throw new IllegalArgumentException("needs the properties pattern and zone");
        }
        local = DateTimeFormatter.ofPattern(pattern.replace('y', 'u'), Locale.ROOT)
                .withResolverStyle(ResolverStyle.STRICT);
    }

    @Override
    public Object parse(String text) throws TypeConversionException {
        String value = text == null ? "" : Blanks.without(text);
        return value.isEmpty() || value.chars().allMatch(unit -> unit == '0') ? null : read(value);
    }

    @Override
    public Object read(String text) throws TypeConversionException {
        LocalDateTime time = local(text);
        if (zone.getRules().getValidOffsets(time).isEmpty()) {
            if (isDate()) {
                return UTC.format(time.toLocalDate().atStartOfDay(zone));
            }
            throw new TypeConversionException("does not exist in " + zone + ": the clocks go forward then");
        }
        return UTC.format(time.atZone(zone).withEarlierOffsetAtOverlap());
    }

    @Override
    public String written(JsonNode value) throws TypeConversionException {
        try {
            return local.format(Instant.parse(value.asText()).atZone(zone));
        } catch (DateTimeException notUtc) {
            throw new TypeConversionException("must be a time in UTC, yyyy-MM-dd'T'HH:mm:ss'Z'", notUtc);
        }
    }

    @Override
    public JsonNode json(Object value) {
        return TextNode.valueOf((String) value);
    }

    private LocalDateTime local(String text) throws TypeConversionException {
        if (isAllDigits() && !text.matches("[0-9]{" + pattern.length() + "}")) {
            throw new TypeConversionException("must have " + pattern.length() + " digits " + pattern);
        }
        try {
            TemporalAccessor parsed = local.parseBest(text, LocalDateTime::from, LocalDate::from);
            return parsed instanceof LocalDate date ? date.atStartOfDay() : (LocalDateTime) parsed;
        } catch (DateTimeException invalid) {
            throw new TypeConversionException("must be a date of the calendar as " + pattern, invalid);
        }
    }

    private boolean isAllDigits() {
        return pattern.chars().allMatch(letter -> "yMdHms".indexOf(letter) >= 0);
    }

    private boolean isDate() {
        return pattern.chars().noneMatch(letter -> letter == 'H' || letter == 'h');
    }
}
