package io.hcpnbridge.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.boot.convert.DurationStyle;

/** An adapter that is told to stop has the time that its longest call takes, and the pod waits for it. */
class ShutdownTest {
    /** What remains for closing the database, the broker and the SFTP sessions. */
    private static final int REST = 10;

    private static final String RESPONSE_TIMEOUT = "partner.response-timeout";
    private static final Duration RESPONSE_TIMEOUT_AS_SHIPPED = Duration.ofSeconds(60);

    static Stream<Manifests> releases() {
        return Situation.all().stream().map(Situation::manifests);
    }

    @ParameterizedTest
    @MethodSource("releases")
    void thePodWaitsLongerThanTheAdapterAndTheAdapterLongerThanACall(Manifests manifests) {
        var properties = Configuration.of(manifests).properties();
        long drain = Long.parseLong(properties.get("camel.main.shutdown-timeout"));
        var call = properties.containsKey(RESPONSE_TIMEOUT)
                ? DurationStyle.detectAndParse(properties.get(RESPONSE_TIMEOUT))
                : RESPONSE_TIMEOUT_AS_SHIPPED;
        assertThat(drain).isGreaterThan(call.toSeconds());
        assertThat(manifests
                        .adapter()
                        .spec()
                        .path("terminationGracePeriodSeconds")
                        .asLong())
                .isGreaterThanOrEqualTo(drain + REST);
    }

    @ParameterizedTest
    @MethodSource("releases")
    void anUpdateFirstBringsTheNewPod(Manifests manifests) {
        var update = manifests.one("Deployment").at("/spec/strategy/rollingUpdate");
        assertThat(update.path("maxSurge").asInt()).isEqualTo(1);
        assertThat(update.path("maxUnavailable").asInt(-1)).isZero();
    }
}
