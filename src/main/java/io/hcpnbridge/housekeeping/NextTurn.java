package io.hcpnbridge.housekeeping;

import io.hcpnbridge.pulse.PulseEndpoint;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.apache.camel.Endpoint;
import org.apache.camel.Route;
import org.apache.camel.component.quartz.QuartzEndpoint;
import org.apache.camel.component.timer.TimerEndpoint;
import org.quartz.SchedulerException;

/** When a route that begins by itself has its next turn. */
final class NextTurn {
    private NextTurn() {}

    static boolean isKnownOf(Route route) {
        return route.getEndpoint() instanceof TimerEndpoint
                || route.getEndpoint() instanceof PulseEndpoint
                || route.getEndpoint() instanceof QuartzEndpoint;
    }

    /** Time until the next turn; empty if it has none any more. Not negative. */
    static Optional<Duration> of(Endpoint endpoint, Clock clock) {
        if (endpoint instanceof TimerEndpoint timer) {
            return Optional.of(Duration.ofMillis(Math.max(timer.getPeriod(), timer.getDelay())));
        }
        if (endpoint instanceof PulseEndpoint pulse) {
            return Optional.of(Duration.ofMillis(pulse.period()));
        }
        try {
            var quartz = (QuartzEndpoint) endpoint;
            var trigger = quartz.getComponent().getScheduler().getTrigger(quartz.getTriggerKey());
            return Optional.ofNullable(trigger)
                    .map(known -> known.getNextFireTime())
                    .map(next -> Duration.between(clock.instant(), next.toInstant()))
                    .map(wait -> wait.isNegative() ? Duration.ZERO : wait);
        } catch (SchedulerException e) {
            return Optional.of(Duration.ZERO);
        }
    }
}
