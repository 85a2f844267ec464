package io.hcpnbridge.route;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** How a read is asked of both generations, step by step, as {@code shadows.camel.yaml} says it. */
class ShadowsRoutesTest extends ShippedRoutes {
    ShadowsRoutesTest() {
        super("shadows");
    }

    @Test
    void whatPeopleHaveSetIsLookedAtBeforeReadsAreClaimedAndQueuedOneByOne() {
        when("claim-some-shadows", leaving(List.of("a", "b")));

        through("look-for-cutovers", null);

        assertThat(passed())
                .containsExactly(
                        "look-how-far", "look-for-errors", "claim-some-shadows", "queue-shadow", "queue-shadow");
    }

    @Test
    void callsAreMadeUntilBothAreCompared() {
        var reads = new AtomicInteger();
        asked("shadowSteps.goesOn", any -> reads.get() < 2);
        when("map-shadow-request", exchange -> exchange.setProperty("next", "call"));
        when("map-shadow-response", any -> reads.incrementAndGet());

        through("take-shadow", "read");

        assertThat(passed())
                .containsExactly(
                        "begin-shadow",
                        "leave-next-comparison",
                        "map-shadow-request",
                        "call-in-shadow",
                        "map-shadow-response",
                        "leave-next-comparison",
                        "map-shadow-request",
                        "call-in-shadow",
                        "map-shadow-response");
    }

    @Test
    void whereThereIsNothingToAskNoCallIsMade() {
        var turns = new AtomicInteger();
        asked("shadowSteps.goesOn", any -> turns.getAndIncrement() == 0);
        when("map-shadow-request", exchange -> exchange.setProperty("next", "none"));

        through("take-shadow", "read");

        assertThat(passed()).containsExactly("begin-shadow", "leave-next-comparison", "map-shadow-request");
    }
}
