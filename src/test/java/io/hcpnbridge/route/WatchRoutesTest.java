package io.hcpnbridge.route;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What is looked up for metrics and health, as {@code watch.camel.yaml} says it. */
class WatchRoutesTest extends ShippedRoutes {
    WatchRoutesTest() {
        super("watch");
    }

    @Test
    void eachTurnNotesTheLastLooksEvenIfTheLedgerCannotBeAsked() {
        through("watch-by-timer", null);

        assertThat(passed()).containsExactly("note-last-looks", "look-into-ledger", "note-hour");
    }
}
