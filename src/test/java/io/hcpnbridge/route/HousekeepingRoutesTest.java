package io.hcpnbridge.route;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Who looks after routes that begin by themselves, as {@code housekeeping.camel.yaml} says it. */
class HousekeepingRoutesTest extends ShippedRoutes {
    HousekeepingRoutesTest() {
        super("housekeeping");
    }

    @Test
    void eachTurnLooksWhatIsOverdue() {
        through("look-for-overdue-routes", null);

        assertThat(passed()).containsExactly("look-for-overdue-turns");
    }
}
