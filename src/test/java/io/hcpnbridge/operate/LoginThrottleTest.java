package io.hcpnbridge.operate;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LoginThrottleTest {
    private Instant now = Instant.parse("2026-01-01T00:00:00Z");
    private final LoginThrottle throttle = new LoginThrottle(new Clock() {
        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    });

    @Test
    void fourTyposCostNothing() {
        assertThat(admitted("a", 4)).isEqualTo(4);
        assertThat(throttle.admits("a")).isTrue();
    }

    @Test
    void ofManyAtOnceFiveAreLookedAt() {
        assertThat(admitted("a", 80)).isEqualTo(5);
        assertThat(throttle.admits("b")).isTrue();
        pass(Duration.ofSeconds(1));
        assertThat(admitted("a", 80)).isEqualTo(1);
    }

    @Test
    void eachFurtherAttemptDoublesThePauseUpToAQuarterOfAMinute() {
        admitted("a", 5);
        pass(Duration.ofSeconds(1));
        admitted("a", 1);
        pass(Duration.ofMillis(1_999));
        assertThat(throttle.admits("a")).isFalse();
        pass(Duration.ofMillis(1));
        for (int i = 0; i < 50; i++) {
            assertThat(throttle.admits("a")).isTrue();
            pass(Duration.ofSeconds(15));
        }
    }

    @Test
    void aGoodLoginForgivesTheAttempts() {
        admitted("a", 4);
        throttle.succeeded("a");
        assertThat(admitted("a", 5)).isEqualTo(5);
    }

    @Test
    void strangersHaveAHundredAttemptsAMinuteTogetherAndKeepNobodyOutWhoWasThereBefore() {
        throttle.succeeded("home");
        int admitted = 0;
        for (int i = 0; i < 500; i++) {
            admitted += admitted("address" + i, 1);
        }
        assertThat(admitted).isEqualTo(100);
        assertThat(throttle.admits("home")).isTrue();
        assertThat(throttle.admits("elsewhere")).isFalse();
        pass(Duration.ofMillis(600));
        assertThat(throttle.admits("elsewhere")).isTrue();
    }

    @Test
    void aThousandPlacesAreRemembered() {
        admitted("a", 5);
        for (int i = 0; i < 1_000; i++) {
            pass(Duration.ofMillis(600));
            admitted("other" + i, 1);
        }
        assertThat(admitted("a", 5)).isEqualTo(5);
    }

    private int admitted(String place, int times) {
        return (int)
                IntStream.range(0, times).filter(i -> throttle.admits(place)).count();
    }

    private void pass(Duration time) {
        now = now.plus(time);
    }
}
