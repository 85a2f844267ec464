package io.hcpnbridge.portal;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** Whoever knocks how often: each refusal is counted, and one line a minute tells of them. */
@ExtendWith(OutputCaptureExtension.class)
class RefusalsTest {
    private static final Instant NOW = Instant.parse("2026-11-30T08:00:00Z");

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private Instant now = NOW;
    private final Refusals refusals = new Refusals(meters, new Hands());

    @Test
    void thousandsOfRefusalsAreALineAMinuteThatSaysHowManyWereNotTold(CapturedOutput output) {
        for (int second = 0; second < 120; second++) {
            now = NOW.plusSeconds(second);
            for (int n = 0; n < 100; n++) {
                refusals.note(n % 4 == 0 ? "LINK" : "SIGNATURE", "why");
            }
        }

        assertThat(meters.counter("bridge.sign.on.refused", "rule", "SIGNATURE").count())
                .isEqualTo(9_000);
        assertThat(output.getOut().lines().filter(line -> line.contains("Refused at the port for sign-on")))
                .satisfiesExactly(first -> assertThat(first).endsWith("(LINK): why"), second -> assertThat(second)
                        .endsWith("(LINK): why; before that, not told: {LINK=1499, SIGNATURE=4500}"));
    }

    @Test
    void whatIsRememberedInBetweenIsOneNumberForEachRule(CapturedOutput output) {
        refusals.note("LINK", "why");
        refusals.note("LINK", "why");
        now = NOW.plus(Duration.ofHours(1));
        refusals.note("XML", "why");
        now = NOW.plus(Duration.ofHours(2));
        refusals.note("XML", "why");

        assertThat(output.getOut().lines().filter(line -> line.contains("not told")))
                .hasSize(1)
                .first()
                .asString()
                .endsWith("{LINK=1}");
    }

    /** Shows {@code now}. */
    private final class Hands extends Clock {
        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneOffset getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(java.time.ZoneId zone) {
            return this;
        }
    }
}
