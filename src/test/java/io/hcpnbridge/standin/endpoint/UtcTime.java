package io.hcpnbridge.standin.endpoint;

import io.hcpnbridge.standin.call.ApiError;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;

/** Times as both generations write them: {@code 2024-03-07T08:05:01Z}. */
final class UtcTime {
    private static final DateTimeFormatter PATTERN =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss'Z'").withResolverStyle(ResolverStyle.STRICT);

    private UtcTime() {}

    static String text(Instant time) {
        return time == null ? null : PATTERN.format(time.atZone(ZoneOffset.UTC));
    }

    /** @throws ApiError 400 if it is not of the pattern */
    static Instant of(String field, String text) {
        try {
            return LocalDateTime.parse(text, PATTERN).toInstant(ZoneOffset.UTC);
        } catch (DateTimeException e) {
            throw ApiError.parameter(field + " is not a UTC time like 2024-03-07T08:05:01Z");
        }
    }
}
