package io.hcpnbridge.standin.endpoint;

import io.hcpnbridge.standin.call.ApiError;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;

/** Billing months {@code YYYY-MM} and days {@code YYYY-MM-DD} in UTC+8. */
final class BillMonth {
    private static final DateTimeFormatter MONTH =
            DateTimeFormatter.ofPattern("uuuu-MM").withResolverStyle(ResolverStyle.STRICT);
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("uuuu-MM-dd").withResolverStyle(ResolverStyle.STRICT);

    private BillMonth() {}

    /** @throws ApiError 400 if it is no month */
    static YearMonth of(String field, String text) {
        try {
            return YearMonth.parse(text, MONTH);
        } catch (DateTimeException e) {
            throw ApiError.parameter(field + " is not a month like 2026-10");
        }
    }

    /** @throws ApiError 400 if it is no month, lies ahead, or is no longer kept */
    static YearMonth kept(String field, String text, Clock clock, int months) {
        YearMonth month = of(field, text);
        YearMonth now = YearMonth.from(clock.instant().atOffset(ZoneOffset.ofHours(8)));
        if (month.isAfter(now) || month.isBefore(now.minusMonths(months))) {
            throw ApiError.parameter(field + " is not one of the last " + months + " months");
        }
        return month;
    }

    /** @throws ApiError 400 if it is no day of that month */
    static LocalDate day(String field, String text, YearMonth month) {
        try {
            LocalDate day = LocalDate.parse(text, DAY);
            if (YearMonth.from(day).equals(month)) {
                return day;
            }
        } catch (DateTimeException e) {
            throw ApiError.parameter(field + " is not a day like 2026-10-31");
        }
        throw ApiError.parameter(field + " is not in bill_cycle");
    }
}
