package io.hcpnbridge.portal;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What was refused, counted; and told in one line a minute, whoever knocks how often. */
final class Refusals {
    private static final Logger LOG = LoggerFactory.getLogger(Refusals.class);
    private static final Duration WINDOW = Duration.ofMinutes(1);

    private final MeterRegistry meters;
    private final Clock clock;
    private final Map<String, Integer> untold = new TreeMap<>();
    private Instant told = Instant.MIN;

    Refusals(MeterRegistry meters, Clock clock) {
        this.meters = meters;
        this.clock = clock;
    }

    /**
     * Notes one.
     *
     * @param rule few and known, such as {@code SIGNATURE}
     * @param why of this one, without anything of it
     */
    synchronized void note(String rule, String why) {
        meters.counter("bridge.sign.on.refused", "rule", rule).increment();
        var now = clock.instant();
        if (Duration.between(told, now).compareTo(WINDOW) < 0) {
            untold.merge(rule, 1, Integer::sum);
            return;
        }
        var before = untold.isEmpty() ? "" : "; before that, not told: " + untold;
        LOG.warn("Refused at the port for sign-on ({}): {}{}", rule, why, before);
        untold.clear();
        told = now;
    }
}
