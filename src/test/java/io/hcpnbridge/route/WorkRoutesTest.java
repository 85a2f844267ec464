package io.hcpnbridge.route;

import static org.assertj.core.api.Assertions.assertThat;

import io.hcpnbridge.ledger.ClaimLostException;
import io.hcpnbridge.ledger.ClaimedRecord;
import io.hcpnbridge.ledger.Urgency;
import io.hcpnbridge.ledger.WorkPausedException;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.apache.camel.component.direct.DirectConsumerNotAvailableException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.transaction.CannotCreateTransactionException;

/** What happens to a due record, step by step, as {@code work.camel.yaml} says it. */
class WorkRoutesTest extends ShippedRoutes {
    private static final ClaimedRecord RECORD = new ClaimedRecord(
            1,
            1,
            1,
            "acme",
            "orders.renew",
            "D1",
            null,
            "v",
            "file",
            Urgency.FILE,
            null,
            null,
            false,
            false,
            null,
            false,
            null,
            0,
            0,
            0,
            null);

    WorkRoutesTest() {
        super("work");
    }

    @Test
    void recordsAreClaimedAndQueuedUntilNothingIsDue() {
        when("claim-first", leaving(List.of("a", "b")));
        when("claim-next", leaving(List.of("c"), List.of()));

        through("look-for-due-records", null);

        assertThat(passed())
                .containsExactly(
                        "claim-first", "queue-record", "queue-record", "claim-next", "queue-record", "claim-next");
    }

    @Test
    void whereWorkersHaveBecomeFreeTheClaimsAreWoken() {
        asked("recordSteps.makesRoom", exchange -> true);

        through("take-record", "record");

        assertThat(passed()).endsWith("leave-nothing-open", "wake-claims-for-room");
    }

    @Test
    void whereSomebodyWaitsForTheReplyComposingIsWoken() {
        asked("recordSteps.makesRoom", exchange -> false);
        when("begin-record", exchange -> exchange.setProperty("urgency", "MESSAGE"));

        through("take-record", "record");

        assertThat(passed()).endsWith("leave-nothing-open", "wake-composing");
    }

    @Test
    void aClaimedRecordGoesToItsInterfaceAndIsLeftNothingOpen() {
        asked("recordSteps.makesRoom", exchange -> false);

        through("take-record", "record");

        assertThat(passed())
                .containsExactly("begin-record", "leave-waiting-record", "go-to-interface", "leave-nothing-open");
    }

    @Test
    void theMappingAsksForCallsUntilItHasEnough() {
        var calls = new AtomicInteger();
        asked("callSteps.goesOn", any -> calls.get() < 2);
        asked("postponement.credentialIsReady", any -> "true");
        when("map-request", exchange -> exchange.setProperty("next", "call"));
        when("call-partner-api", exchange -> exchange.setProperty("verdict", "success"));
        when("map-response", any -> calls.incrementAndGet());

        through("exchange-with-partner", null);

        var once = List.of("leave-next-step", "map-request", "call-partner-api", "map-response");
        assertThat(passed())
                .containsExactlyElementsOf(
                        List.of(once, once).stream().flatMap(List::stream).toList());
    }

    @Test
    void whatThePartnerDoesNotOfferSpendsNoCall() {
        var turns = new AtomicInteger();
        asked("callSteps.goesOn", any -> turns.getAndIncrement() == 0);
        when("map-request", exchange -> exchange.setProperty("next", "refuse"));

        through("exchange-with-partner", null);

        assertThat(passed()).containsExactly("leave-next-step", "map-request", "refuse-unavailable");
    }

    @Test
    void aCredentialThatRestsMakesNoCall() {
        asked("postponement.credentialIsReady", any -> "false");

        through("call-once", null);

        assertThat(passed()).isEmpty();
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "success, map-response",
        "refused, map-response",
        "throttled, slow-lane-down",
        "unreachable, wait-for-partner",
        "unauthenticated, rest-credential",
        "failed, try-again-later",
        "in-doubt, leave-in-doubt",
        "SUCCESS, leave-in-doubt",
        ", leave-in-doubt"
    })
    void aVerdictMeansOneThingAndWhatNobodyKnowsIsInDoubt(String verdict, String step) {
        template.send("direct:settle-step", exchange -> exchange.setProperty("verdict", verdict));

        assertThat(passed()).containsExactly(step);
    }

    @Test
    void aRecordWhoseWorkIsBrokenOffByAStopIsGivenBack() {
        when("leave-waiting-record", stopping());

        assertThat(through("take-record", "record").isFailed()).isFalse();

        assertThat(passed()).containsExactly("begin-record", "leave-waiting-record", "give-back");
    }

    @Test
    void aLostClaimIsLeftToWhoeverHasItAndNothingIsWritten() {
        when("go-to-interface", failing(new ClaimLostException(RECORD)));

        assertThat(through("take-record", "record").isFailed()).isFalse();

        assertThat(passed()).containsExactly("begin-record", "leave-waiting-record", "go-to-interface");
    }

    @Test
    void aRecordWaitsForARouteThatAnOperatorHasStopped() {
        when("go-to-interface", exchange -> {
            throw new DirectConsumerNotAvailableException("stopped", exchange);
        });

        assertThat(through("take-record", "record").isFailed()).isFalse();

        assertThat(passed()).last().isEqualTo("put-back");
    }

    @Test
    void anOpenWriteDoesNotWaitForARouteButIsSettled() {
        asked("settlement.noWriteIsOpen", any -> false);
        when("go-to-interface", exchange -> {
            throw new DirectConsumerNotAvailableException("stopped", exchange);
        });

        assertThat(through("take-record", "record").isFailed()).isFalse();

        assertThat(passed()).last().isEqualTo("answer-own-failure");
    }

    @Test
    void anyOtherFailureOfTheAdapterIsSettled() {
        when("go-to-interface", failing(new IllegalStateException()));

        assertThat(through("take-record", "record").isFailed()).isFalse();

        assertThat(passed()).last().isEqualTo("answer-own-failure");
    }

    @ParameterizedTest
    @ValueSource(strings = {"begin-record", "go-to-interface", "leave-nothing-open"})
    void aStepIsRepeatedWhileTheLedgerIsOutOfReachAndThenTheRecordIsLeftToTheSweep(String step) {
        asked("ledgerReach.isThere", any -> false);
        when(step, failing(new DataAccessResourceFailureException("gone", new SQLException())));

        assertThat(through("take-record", "record").isFailed()).isFalse();

        assertThat(passed()).filteredOn(step::equals).as("first and repeated").hasSize(11);
        assertThat(passed()).last().as("nothing is settled or given back").isEqualTo(step);
    }

    @ParameterizedTest
    @MethodSource("troublesOfTheLedger")
    void whateverTheLedgersTroubleIsTheRecordIsNotSettledMeanwhile(RuntimeException trouble) {
        asked("ledgerReach.isThere", any -> false);
        when("go-to-interface", failing(trouble));

        assertThat(through("take-record", "record").isFailed()).isFalse();

        assertThat(passed()).last().isEqualTo("go-to-interface");
    }

    static Stream<RuntimeException> troublesOfTheLedger() {
        return Stream.of(
                new QueryTimeoutException("", new SQLException()),
                new RecoverableDataAccessException("", new SQLException()),
                new DataAccessResourceFailureException("", new SQLException()),
                new CannotCreateTransactionException("", new SQLException()));
    }

    @Test
    void theOutcomeOfACallIsNotForgottenWhenTheLedgerComesBack() {
        var turn = new AtomicInteger();
        asked("ledgerReach.isThere", any -> false);
        asked("callSteps.goesOn", any -> !passed().contains("map-response"));
        asked("postponement.credentialIsReady", any -> "true");
        when("map-request", exchange -> exchange.setProperty("next", "call"));
        when("call-partner-api", exchange -> exchange.setProperty("verdict", "success"));
        when("map-response", any -> {
            if (turn.getAndIncrement() < 3) {
                throw new QueryTimeoutException("failover");
            }
        });

        assertThat(through("exchange-with-partner", null).isFailed()).isFalse();

        assertThat(passed()).containsOnlyOnce("call-partner-api");
        assertThat(passed()).filteredOn("map-response"::equals).hasSize(4);
    }

    @Test
    void aLongListIsNotReadOnWhenTheAdapterStops() {
        when("leave-next-step", stopping());

        assertThat(through("exchange-with-partner", null).isFailed()).isFalse();

        assertThat(passed()).containsExactly("leave-next-step", "give-back");
    }

    @Test
    void aLongListIsNotReadOnWhenAnOperatorHasPausedIt() {
        var turns = new AtomicInteger();
        asked("callSteps.goesOn", any -> turns.getAndIncrement() == 0);
        asked("postponement.credentialIsReady", any -> "true");
        when("map-request", exchange -> exchange.setProperty("next", "call"));
        when("call-partner-api", failing(new WorkPausedException(RECORD)));

        assertThat(through("exchange-with-partner", null).isFailed()).isFalse();

        assertThat(passed()).containsExactly("leave-next-step", "map-request", "call-partner-api", "give-back");
    }

    @Test
    void pausesAreToldAndWhatHasWaitedForTooLongIsParked() {
        through("look-for-pauses", null);
        through("park-by-schedule", null);

        assertThat(passed()).containsExactly("tell-pauses", "park-records");
    }

    @Test
    void aFailedTurnOfTheSweepIsNoFailureOfTheNext() {
        when("sweep-claims", failing(new IllegalStateException()));

        assertThat(through("sweep-by-schedule", null).isFailed()).isFalse();
    }
}
