package io.hcpnbridge.pull;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/** How long the periods of a pull are. They begin and end in UTC+8, in which the partner bills, wherever the server stands. */
enum PeriodUnit {
    MONTH("uuuu-MM", "-01T00:00", ChronoUnit.MONTHS),
    DAY("uuuu-MM-dd", "T00:00", ChronoUnit.DAYS),
    HOUR("uuuu-MM-dd'T'HH", ":00", ChronoUnit.HOURS);

    /** The time zone of the partner's bills; without daylight saving. */
    static final ZoneOffset ZONE = ZoneOffset.ofHours(8);

    private final DateTimeFormatter name;
    private final String rest;
    private final ChronoUnit length;

    PeriodUnit(String name, String rest, ChronoUnit length) {
        this.name = DateTimeFormatter.ofPattern(name, Locale.ROOT).withResolverStyle(ResolverStyle.STRICT);
        this.rest = rest;
        this.length = length;
    }

    /** The last period that was over at that time. */
    Period endedBy(Instant time) {
        return named(time.atOffset(ZONE).format(name)).before();
    }

    /**
     * The period of that name.
     *
     * @throws DateTimeParseException if there is none, e.g. {@code 2026-13}
     */
    Period named(String text) {
        name.parse(text);
        return from(LocalDateTime.parse(text + rest).atOffset(ZONE));
    }

    /** The period that is so many periods after the given one. */
    Period after(Period period, long count) {
        return from(period.from().atOffset(ZONE).plus(count, length));
    }

    /** How many periods there are from the one to the other, both included. */
    long count(Period first, Period last) {
        return length.between(first.from().atOffset(ZONE), last.from().atOffset(ZONE)) + 1;
    }

    private Period from(OffsetDateTime begin) {
        return new Period(
                this,
                begin.format(name),
                begin.toInstant(),
                begin.plus(1, length).toInstant());
    }
}
