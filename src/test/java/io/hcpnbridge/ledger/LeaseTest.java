package io.hcpnbridge.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hcpnbridge.text.Words;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A process holds the lease, not each record: who lives loses nothing, and what a dead one had not sent is due at once. */
class LeaseTest {
    private static final Duration AT_ONCE = Duration.ZERO;
    private static final Duration TIME = LedgerBench.LEASE;
    private static final AttemptIntent WRITE = new AttemptIntent("renew", "POST /renew", "new", true, false, "00");
    private static final AttemptIntent READ = new AttemptIntent("list", "GET /orders", "new", false, true, "00");

    private final LedgerBench ledger = new LedgerBench(20);
    private final ReplicaLedger replicas = new ReplicaLedger(ledger.jdbc);

    @BeforeEach
    void beside() {
        Replicas.alive(ledger.jdbc, "other");
    }

    @Test
    void aLivingProcessLosesNoClaimHoweverLongItsRecordsWait() {
        var waiting = ledger.claim();
        endClaimTimes();
        replicas.keep("n", List.of(waiting.id()), TIME);

        assertThat(sweep("other")).isZero();
        assertThat(ledger.attempts.open(waiting, WRITE, "n", TIME)).isPositive();
    }

    @Test
    void whatADeadProcessHadNotSentIsDueAtOnce() {
        var unsent = ledger.claim();
        var read = ledger.claim();
        ledger.attempts.open(read, READ, "n", TIME);
        Replicas.silence(ledger.jdbc, "n");

        assertThat(sweep("other")).isEqualTo(2);
        assertThat(ledger.state(unsent)).isEqualTo("DUE");
        assertThat(ledger.state(read)).isEqualTo("DUE");
    }

    @Test
    void anAnnouncementIsFoundAgainByItsTokenAndByNoOther() {
        var record = ledger.claim();
        var token = UUID.randomUUID();
        var announced = ledger.attempts.open(List.of(record), WRITE, token, "n", TIME);

        assertThat(ledger.attempts.openAgain(List.of(record), WRITE, token, "n", TIME))
                .isEqualTo(announced);
        assertThatThrownBy(() -> ledger.attempts.open(List.of(record), WRITE, token, "n", TIME))
                .as("a write that was announced is announced to nobody a second time")
                .isInstanceOf(ClaimLostException.class);
        assertThatThrownBy(() -> ledger.attempts.openAgain(List.of(record), WRITE, UUID.randomUUID(), "n", TIME))
                .isInstanceOf(ClaimLostException.class);
        Replicas.silence(ledger.jdbc, "n");
        assertThatThrownBy(() -> ledger.attempts.openAgain(List.of(record), WRITE, token, "n", TIME))
                .isInstanceOf(ClaimLostException.class);
    }

    @Test
    void whatWasAnnouncedToNobodyIsAnnouncedByTheSecondTry() {
        var record = ledger.claim();

        var announced = ledger.attempts.openAgain(List.of(record), WRITE, UUID.randomUUID(), "n", TIME);

        assertThat(announced).hasSize(1);
        assertThat(ledger.state(record)).isEqualTo("SENT");
    }

    @Test
    void aWriteIsInDoubtOnlyWhenItsCallCanNoLongerBeUnderWay() {
        var sent = ledger.claim();
        ledger.attempts.open(sent, WRITE, "n", TIME);
        Replicas.silence(ledger.jdbc, "n");

        assertThat(sweep("other")).isZero();
        assertThat(ledger.state(sent)).isEqualTo("SENT");
        endClaimTimes();
        assertThat(sweep("other")).isOne();
        assertThat(ledger.state(sent)).isEqualTo("IN_DOUBT");
    }

    @Test
    void whoeverWasSilentMeanwhileStillWritesTheOutcomeThatHeKnows() {
        var sent = ledger.claim();
        ledger.attempts.open(sent, WRITE, "n", TIME);
        Replicas.silence(ledger.jdbc, "n");
        sweep("other");

        ledger.records.conclude(
                sent,
                new Conclusion.Settle(RecordState.OK, null, null, true, sent.fields(), List.of(), false),
                RecordState.SENT);
        assertThat(ledger.state(sent)).isEqualTo("OK");
    }

    @Test
    void nothingIsAnnouncedWithoutALeaseAndAllGoesOnWhenItHoldsAgain() {
        var waiting = ledger.claim();
        Replicas.silence(ledger.jdbc, "n");

        assertThatThrownBy(() -> ledger.attempts.open(waiting, WRITE, "n", TIME))
                .isInstanceOf(LeaseLapsedException.class);
        assertThat(ledger.records.claim(List.of(LedgerBench.LANE), 1, "n", TIME))
                .isEmpty();
        Replicas.beat(ledger.jdbc, "n");
        assertThat(ledger.attempts.open(waiting, WRITE, "n", TIME)).isPositive();
    }

    @Test
    void whoStoodStillSendsNothingThatWasTakenOver() {
        var stale = ledger.claim();
        Replicas.silence(ledger.jdbc, "n");
        sweep("other");
        ledger.records.claim(List.of(LedgerBench.LANE), 20, "other", TIME);
        Replicas.beat(ledger.jdbc, "n");

        assertThatThrownBy(() -> ledger.attempts.open(stale, WRITE, "n", TIME)).isInstanceOf(ClaimLostException.class);
    }

    @Test
    void whoWasAwayHimselfCallsNobodyDeadBeforeAllHadTheirChance() {
        var waiting = ledger.claim();
        Replicas.silence(ledger.jdbc, "n");
        Replicas.silence(ledger.jdbc, "other");
        Replicas.beat(ledger.jdbc, "other");

        assertThat(ledger.records.sweepExpiredClaims(new Holder("other", TIME), "C", Words.same("t")))
                .isZero();
        Replicas.beat(ledger.jdbc, "n");
        assertThat(ledger.attempts.open(waiting, WRITE, "n", TIME)).isPositive();
    }

    @Test
    void aSuccessorOfTheSameNodeIsAnotherProcess() {
        var first = replicas.register("same", TIME);
        var claimed =
                ledger.records.claim(List.of(LedgerBench.LANE), 1, first, TIME).get(0);
        var second = replicas.register("same", TIME);

        assertThat(second).isNotEqualTo(first);
        assertThat(ledger.records.giveBack(second)).isZero();
        assertThatThrownBy(() -> ledger.attempts.open(claimed, WRITE, second, TIME))
                .isInstanceOf(ClaimLostException.class);
        assertThat(ledger.attempts.open(claimed, WRITE, first, TIME)).isPositive();
    }

    @Test
    void claimsOfTheVersionBeforeEndWithTheirOwnTime() {
        var claimed = ledger.claim();
        ledger.jdbc
                .sql("update record set claimed_by = 'bridge-0' where id = ?")
                .param(claimed.id())
                .update();
        assertThat(sweep("other")).isZero();
        endClaimTimes();
        assertThat(sweep("other")).isOne();
    }

    @Test
    void whatIsInNobodysHandEndsWithItsTimeThoughTheProcessLives() {
        var forgotten = ledger.claim();
        endClaimTimes();
        replicas.keep("n", List.of(), TIME);

        assertThat(sweep("other")).isOne();
        assertThat(ledger.state(forgotten)).isEqualTo("DUE");
    }

    @Test
    void nobodyTakesMoreThanItAskedForAndAnotherFindsTheRest() {
        assertThat(ledger.records.claim(List.of(LedgerBench.LANE, new Lane("acme", "orders.detail")), 8, "n", TIME))
                .hasSize(8);
        assertThat(ledger.records.claim(List.of(LedgerBench.LANE), 50, "other", TIME))
                .hasSize(12);
    }

    @Test
    void aProcessThatLeftIsForgotten() {
        var gone = replicas.register("gone", TIME);
        replicas.end(gone);
        assertThat(replicas.prolong(gone, TIME)).isFalse();
        assertThat(ledger.records.claim(List.of(LedgerBench.LANE), 1, gone, TIME))
                .isEmpty();
    }

    private int sweep(String replica) {
        return ledger.records.sweepExpiredClaims(
                new Holder(replica, AT_ONCE), "BRIDGE.OUTCOME_UNKNOWN", Words.same("t"));
    }

    private void endClaimTimes() {
        ledger.jdbc
                .sql("update record set claimed_until = now() - interval '1 second' where state in ('CLAIMED', 'SENT')")
                .update();
    }
}
