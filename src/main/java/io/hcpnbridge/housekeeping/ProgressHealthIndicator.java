package io.hcpnbridge.housekeeping;

import org.springframework.boot.actuate.health.AbstractHealthIndicator;
import org.springframework.boot.actuate.health.Health;
import org.springframework.stereotype.Component;

/** Part of liveness: down when a route stands still for so long that only a new process may help. */
@Component
class ProgressHealthIndicator extends AbstractHealthIndicator {
    private final Housekeeping housekeeping;
    private final HousekeepingProperties settings;

    ProgressHealthIndicator(Housekeeping housekeeping, HousekeepingProperties settings) {
        super("The turns of the routes cannot be looked at");
        this.housekeeping = housekeeping;
        this.settings = settings;
    }

    @Override
    protected void doHealthCheck(Health.Builder builder) {
        builder.up();
        housekeeping.overdue().forEach((route, overdue) -> {
            if (overdue.standing() && overdue.since().compareTo(settings.restartAfter()) > 0) {
                builder.down().withDetail(route, overdue.text());
            }
        });
    }
}
