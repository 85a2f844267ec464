package io.hcpnbridge.route;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** When traces are told, as {@code traces.camel.yaml} says it. */
class TracesRoutesTest extends ShippedRoutes {
    TracesRoutesTest() {
        super("traces");
    }

    @Test
    void whatWasDeliveredIsTold() {
        through("export-by-timer", null);

        assertThat(passed()).containsExactly("tell-traces");
    }
}
