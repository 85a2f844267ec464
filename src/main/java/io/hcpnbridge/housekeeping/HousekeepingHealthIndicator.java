package io.hcpnbridge.housekeeping;

import org.springframework.boot.actuate.health.AbstractHealthIndicator;
import org.springframework.boot.actuate.health.Health;
import org.springframework.stereotype.Component;

/** Down while a route that begins by itself is overdue. What an operator holds is named, and is no fault. */
@Component
class HousekeepingHealthIndicator extends AbstractHealthIndicator {
    private final Housekeeping housekeeping;

    HousekeepingHealthIndicator(Housekeeping housekeeping) {
        super("The turns of the routes cannot be looked at");
        this.housekeeping = housekeeping;
    }

    @Override
    protected void doHealthCheck(Health.Builder builder) {
        builder.up();
        housekeeping.held().forEach(route -> builder.withDetail(route, "held: stopped by an operator"));
        housekeeping.overdue().forEach((route, overdue) -> builder.down().withDetail(route, overdue.text()));
    }
}
