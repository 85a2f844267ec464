package io.hcpnbridge.partner.diagnosis;

import io.hcpnbridge.text.Words;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * The gateway's clock against the date that was signed, and against this machine's.
 *
 * @param ofRequest how far the gateway was ahead of the date of the request; null if one of the two is not known
 * @param ofMachine how far it is ahead of this machine; null if it is not known
 */
record ClockReading(Duration ofRequest, Duration ofMachine) {
    /** What the gateway allows (authentication, section 3.3). */
    private static final Duration ALLOWED = Duration.ofMinutes(15);

    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'", Locale.ROOT);

    /**
     * Reads the clocks.
     *
     * @param signed value of {@code X-Sdk-Date}
     * @param answered what the answer is dated; null if it is not
     */
    static ClockReading of(String signed, Instant answered, Instant machine) {
        if (answered == null) {
            return new ClockReading(null, null);
        }
        Duration ofMachine = Duration.between(machine, answered);
        try {
            Instant date = LocalDateTime.parse(signed, DATE).toInstant(ZoneOffset.UTC);
            return new ClockReading(Duration.between(date, answered), ofMachine);
        } catch (DateTimeException e) {
            return new ClockReading(null, ofMachine);
        }
    }

    boolean isKnown() {
        return ofRequest != null;
    }

    /** Whether the date of the request is not allowed. */
    boolean isWrong() {
        return ofRequest != null && ofRequest.abs().compareTo(ALLOWED) > 0;
    }

    /** Of a clock that is wrong. */
    Words wrong() {
        Words machine = ofMachine.isNegative()
                ? Words.of("%s min ahead", "快 %s 分钟", minutes(ofMachine))
                : Words.of("%s min behind", "慢 %s 分钟", minutes(ofMachine));
        return Words.of(
                "The clock of this machine is %s; the date of the request was %s min from the gateway's, 15 are allowed",
                "本机的时钟%s；请求的日期与网关的时间相差 %s 分钟，允许 15 分钟", machine, minutes(ofRequest));
    }

    /** Of a clock that is right. */
    Words right() {
        return Words.of(
                "the clock is not why: %s s from the gateway's",
                "原因不在时钟：与网关的时间相差 %s 秒", ofRequest.abs().toSeconds());
    }

    private static long minutes(Duration duration) {
        return duration.abs().toMinutes();
    }
}
