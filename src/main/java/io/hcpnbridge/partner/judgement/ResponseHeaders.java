package io.hcpnbridge.partner.judgement;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.Comparator;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.camel.Exchange;
import org.apache.camel.Message;

/** The few headers of an answer that mean something to the judgement. */
final class ResponseHeaders {
    /** A year: how long is really waited is decided by {@code work.retry-after-longest}. */
    private static final BigDecimal LONGEST_SECONDS = BigDecimal.valueOf(31_536_000);

    private static final Pattern NUMBER = Pattern.compile("[+-]?\\d{1,30}([.]\\d{1,30})?");

    private ResponseHeaders() {}

    static PartnerResponse response(Message message, ResponseBody body) {
        return new PartnerResponse(
                message.getHeader(Exchange.HTTP_RESPONSE_CODE, 0, Integer.class),
                body,
                text(message, "X-Request-Id"),
                retryAfter(message));
    }

    /** Null when not told. */
    static String contentType(Message message) {
        return text(message, Exchange.CONTENT_TYPE);
    }

    /** The answer's Date header; null when there is none that can be read. */
    static Instant date(Message message) {
        return instant(text(message, "Date"));
    }

    /** Of several the longest; what cannot be read is none. */
    private static Long retryAfter(Message message) {
        Instant now = Optional.ofNullable(date(message)).orElseGet(Instant::now);
        return texts(message, "Retry-After")
                .map(text -> seconds(text, now))
                .filter(Objects::nonNull)
                .max(Comparator.naturalOrder())
                .orElse(null);
    }

    private static Long seconds(String text, Instant now) {
        if (NUMBER.matcher(text).matches()) {
            return bounded(new BigDecimal(text).setScale(0, RoundingMode.CEILING));
        }
        Instant until = instant(text);
        return until == null ? null : bounded(BigDecimal.valueOf(until.getEpochSecond() - now.getEpochSecond()));
    }

    private static long bounded(BigDecimal seconds) {
        return seconds.max(BigDecimal.ZERO).min(LONGEST_SECONDS).longValue();
    }

    private static Instant instant(String text) {
        if (text == null) {
            return null;
        }
        try {
            return DateTimeFormatter.RFC_1123_DATE_TIME.parse(text, Instant::from);
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static String text(Message message, String header) {
        return texts(message, header).findFirst().orElse(null);
    }

    private static Stream<String> texts(Message message, String header) {
        Object value = message.getHeader(header);
        Stream<?> values = value instanceof Collection<?> several ? several.stream() : Stream.ofNullable(value);
        return values.filter(Objects::nonNull).map(one -> one.toString().strip());
    }
}
