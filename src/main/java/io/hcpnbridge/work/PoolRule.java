package io.hcpnbridge.work;

import io.hcpnbridge.config.BoundSettings;
import io.hcpnbridge.config.Faults;
import io.hcpnbridge.config.SettingsRule;
import org.springframework.stereotype.Component;

/** Workers do not wait for a connection that intake, answers and health hold, and seldom for each other: most wait for the partner. */
@Component
class PoolRule implements SettingsRule {
    private static final String POOL = "spring.datasource.hikari.maximum-pool-size";
    private static final int OTHERS = 10;

    @Override
    public void check(BoundSettings settings, Faults faults) {
        var pool = settings.value(POOL, Integer.class);
        var work = settings.group(WorkProperties.class);
        if (pool.isPresent() && work.isPresent()) {
            int least = (work.get().workers() + 1) / 2 + OTHERS;
            faults.require(
                    pool.get() >= least,
                    POOL,
                    "must be " + least + " or more: one connection for every two of work.workers, and " + OTHERS);
        }
    }
}
