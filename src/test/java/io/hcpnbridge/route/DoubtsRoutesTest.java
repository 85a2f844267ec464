package io.hcpnbridge.route;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** How the partner is asked what became of a write, step by step, as {@code doubts.camel.yaml} says it. */
class DoubtsRoutesTest extends ShippedRoutes {
    DoubtsRoutesTest() {
        super("doubts");
    }

    @Test
    void doubtsAreClaimedAndQueuedOneByOne() {
        when("claim-some-doubts", leaving(List.of("a", "b")));

        through("look-for-doubts", null);

        assertThat(passed()).containsExactly("claim-some-doubts", "queue-doubt", "queue-doubt");
    }

    @Test
    void readsAreMadeUntilThereIsAVerdictAndNothingIsLeftOpen() {
        var reads = new AtomicInteger();
        asked("callSteps.goesOn", any -> reads.get() < 2);
        when("map-question", exchange -> exchange.setProperty("next", "call"));
        when("go-on-with-question", any -> reads.incrementAndGet());

        through("take-doubt", "record");

        assertThat(passed())
                .containsExactly(
                        "begin-doubt",
                        "leave-next-question",
                        "map-question",
                        "go-on-with-question",
                        "leave-next-question",
                        "map-question",
                        "go-on-with-question",
                        "leave-no-question-open");
    }

    @Test
    void whatAPersonHasDecidedIsNotAskedAbout() {
        var turns = new AtomicInteger();
        asked("callSteps.goesOn", any -> turns.getAndIncrement() == 0);
        when("map-question", exchange -> exchange.setProperty("next", "none"));

        through("take-doubt", "record");

        assertThat(passed())
                .containsExactly("begin-doubt", "leave-next-question", "map-question", "leave-no-question-open");
    }
}
