package io.hcpnbridge.route;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How changes go out as events, step by step, as {@code events.camel.yaml} says it. */
class EventsRoutesTest extends ShippedRoutes {
    EventsRoutesTest() {
        super("events");
    }

    @Test
    void eventsAreSentAndMarkedOneByOnePortionByPortion() {
        when("find-unsent-events", leaving(List.of("a", "b")));
        when("find-more-events", leaving(List.of("c"), List.of()));

        through("look-for-unsent-events", null);

        var one = List.of("open-event", "send-event", "mark-event-sent");
        assertThat(passed())
                .containsExactlyElementsOf(Stream.of(
                                List.of("find-unsent-events", "leave-next-events"),
                                one,
                                one,
                                List.of("find-more-events", "leave-next-events"),
                                one,
                                List.of("find-more-events"))
                        .flatMap(List::stream)
                        .toList());
    }

    @Test
    void anEventWhoseTurnItIsNotIsNeitherSentNorMarked() {
        when("find-unsent-events", leaving(List.of("a")));
        when("find-more-events", leaving(List.of()));
        when("open-event", exchange -> exchange.getMessage().setBody(null));

        through("look-for-unsent-events", null);

        assertThat(passed())
                .containsExactly("find-unsent-events", "leave-next-events", "open-event", "find-more-events");
    }

    @ParameterizedTest
    @ValueSource(strings = {"open-event", "send-event", "mark-event-sent"})
    void anEventThatCannotBeSentIsNotedAndTheNextOneAsksForItsTurn(String step) {
        var turn = new AtomicInteger();
        when("find-unsent-events", leaving(List.of("a", "b")));
        when("find-more-events", leaving(List.of()));
        when(step, exchange -> {
            if (turn.getAndIncrement() == 0) {
                throw new IllegalStateException();
            }
        });

        assertThat(through("look-for-unsent-events", null).isFailed()).isFalse();

        assertThat(passed())
                .containsSubsequence(step, "note-unsent-event", "open-event", "mark-event-sent", "find-more-events");
    }

    @Test
    void nothingMoreIsSentWhenTheAdapterStops() {
        when("find-unsent-events", leaving(List.of("a", "b")));
        when("leave-next-events", stopping());

        assertThat(through("look-for-unsent-events", null).isFailed()).isFalse();

        assertThat(passed()).containsExactly("find-unsent-events", "leave-next-events", "give-events-back");
    }
}
