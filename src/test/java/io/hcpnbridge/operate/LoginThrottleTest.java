package io.hcpnbridge.operate;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
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
        fail("a", 4);
        assertThat(throttle.admits("a")).isTrue();
    }

    @Test
    void theFifthFailureMakesThatAddressWaitASecond() {
        fail("a", 5);
        assertThat(throttle.admits("a")).isFalse();
        assertThat(throttle.admits("b")).isTrue();
        pass(Duration.ofSeconds(1));
        assertThat(throttle.admits("a")).isTrue();
    }

    @Test
    void eachFurtherFailureDoublesThePauseUpToAMinute() {
        fail("a", 7);
        pass(Duration.ofMillis(3_999));
        assertThat(throttle.admits("a")).isFalse();
        pass(Duration.ofMillis(1));
        assertThat(throttle.admits("a")).isTrue();
        fail("a", 100);
        pass(Duration.ofMinutes(1));
        assertThat(throttle.admits("a")).isTrue();
    }

    @Test
    void aGoodLoginForgetsTheFailures() {
        fail("a", 5);
        throttle.succeeded("a");
        fail("a", 4);
        assertThat(throttle.admits("a")).isTrue();
    }

    @Test
    void aThousandAddressesAreRemembered() {
        fail("a", 5);
        for (int i = 0; i < 1_000; i++) {
            fail("other" + i, 1);
        }
        assertThat(throttle.admits("a")).isTrue();
    }

    private void fail(String address, int times) {
        for (int i = 0; i < times; i++) {
            throttle.failed(address);
        }
    }

    private void pass(Duration time) {
        now = now.plus(time);
    }
}
