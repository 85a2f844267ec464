package io.hcpnbridge.endtoend.shutdown;

import static org.assertj.core.api.Assertions.assertThat;

import io.hcpnbridge.rehearsal.BridgeProcess;
import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;

/**
 * An orderly end of a process.
 *
 * @param exitCode 143 (128 + SIGTERM): what the Java virtual machine ends with when its shutdown hooks have run
 * @param took from the signal to the end
 * @param log everything that the process has printed
 */
record Stop(int exitCode, Duration took, List<String> log) {
    static final int OF_SIGTERM = 143;

    /** Sends SIGTERM and waits. */
    static Stop of(BridgeProcess process, Duration grace) {
        process.terminate();
        return awaitEnd(process, grace);
    }

    /** Waits for the end of a process that has got its signal. */
    static Stop awaitEnd(BridgeProcess process, Duration grace) {
        var begun = System.nanoTime();
        var exitCode = process.awaitEnd(grace);
        return new Stop(
                exitCode,
                Duration.ofNanos(System.nanoTime() - begun),
                process.output().lines().toList());
    }

    /** Lines that tell of trouble, but for those that are expected: errors, warnings and stack traces. */
    List<String> trouble(Predicate<String> expected) {
        return log.stream()
                .filter(line -> line.contains("Z ERROR [") || line.contains("Z  WARN [") || line.startsWith("\tat "))
                .filter(line -> !line.contains("MeterRegistry"))
                .filter(expected.negate())
                .toList();
    }

    Stop isOrderly(Duration atMost, Predicate<String> expected) {
        assertThat(trouble(expected)).isEmpty();
        assertThat(exitCode).isEqualTo(OF_SIGTERM);
        assertThat(took).isLessThan(atMost);
        return this;
    }
}
