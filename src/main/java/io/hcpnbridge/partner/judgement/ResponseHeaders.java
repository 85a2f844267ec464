package io.hcpnbridge.partner.judgement;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import org.apache.camel.Exchange;
import org.apache.camel.Message;

/** The few headers of an answer that mean something to the judgement. */
final class ResponseHeaders {
    private static final long LONGEST_WAIT_SECONDS = 86_400;

    private ResponseHeaders() {}

    static PartnerResponse response(Message message) {
        byte[] body = message.getBody(byte[].class);
        return new PartnerResponse(
                message.getHeader(Exchange.HTTP_RESPONSE_CODE, 0, Integer.class),
                body == null ? new byte[0] : body,
                text(message, Exchange.CONTENT_TYPE),
                text(message, "X-Request-Id"),
                retryAfter(message));
    }

    /** The answer's Date header; null when there is none that can be read. */
    static Instant date(Message message) {
        return instant(text(message, "Date"));
    }

    private static Long retryAfter(Message message) {
        String text = text(message, "Retry-After");
        if (text == null) {
            return null;
        }
        if (text.matches("\\d{1,9}")) {
            return Math.min(Long.parseLong(text), LONGEST_WAIT_SECONDS);
        }
        Instant until = instant(text);
        Instant now = date(message);
        if (until == null || now == null) {
            return null;
        }
        return Math.max(0, Math.min(until.getEpochSecond() - now.getEpochSecond(), LONGEST_WAIT_SECONDS));
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
        Object value = message.getHeader(header);
        if (value instanceof Collection<?> values) {
            value = values.isEmpty() ? null : values.iterator().next();
        }
        return value == null ? null : value.toString().strip();
    }
}
