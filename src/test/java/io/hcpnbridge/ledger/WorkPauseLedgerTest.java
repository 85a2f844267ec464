package io.hcpnbridge.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hcpnbridge.json.ExactJson;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.dao.DataAccessException;

/** What an operator has paused waits: nobody claims it, and no call is begun for it. */
class WorkPauseLedgerTest {
    private static final AttemptIntent READ = new AttemptIntent("list", "GET /orders", "new", false, true, "00");

    private LedgerBench ledger;
    private WorkPauseLedger pauses;

    @BeforeEach
    void openLedger() {
        ledger = new LedgerBench(2);
        pauses = ledger.part(WorkPauseLedger.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"'acme', 'orders.list'", "'acme', null", "null, 'orders.list'", "null, null", "' ', ''"})
    void whatIsPausedIsNotClaimedUntilThatIsEnded(String scope) {
        tell("pause_work(" + scope + ", 'Li Lei', 'maintenance at the partner')");
        assertThat(claimed()).isZero();

        assertThat(tell("resume_work(" + scope + ", 'Han Mei', 'over')")).isEqualTo(true);

        assertThat(claimed()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"'acme', 'orders.renew'", "'other', null", "null, 'orders.renew'", "'other', 'orders.list'"})
    void everythingElseGoesOn(String scope) {
        tell("pause_work(" + scope + ", 'Li Lei', 'maintenance')");

        assertThat(claimed()).isEqualTo(1);
    }

    @Test
    void aPauseEndsByItselfWhenItsTimeIsOver() {
        tell("pause_work('acme', null, 'Li Lei', 'maintenance', now() + interval '1 hour')");
        assertThat(claimed()).isZero();

        ledger.jdbc.sql("update work_pause set until = now()").update();

        assertThat(claimed()).isEqualTo(1);
        assertThat(pauses.inForce()).isEmpty();
        assertThat(tell("resume_work('acme', null, 'Li Lei', 'over')")).isEqualTo(false);
    }

    @Test
    void noFurtherStepOfARecordThatIsInHandBegins() {
        var record = ledger.claim();
        var first = ledger.attempts.open(record, READ, "n", LedgerBench.LEASE);
        tell("pause_work('acme', null, 'Li Lei', 'maintenance')");
        var next = new Conclusion.Continue(
                ExactJson.read("{\"page\": 2}"), false, record.fields(), List.of(), Duration.ZERO, null);
        ledger.attempts.close(
                first, new AttemptOutcome("success", Placement.ANSWERED, 200, null, null, null), record, next);

        assertThatThrownBy(() -> ledger.attempts.open(record, READ, "n", LedgerBench.LEASE))
                .isInstanceOf(WorkPausedException.class);

        ledger.records.conclude(record, new Conclusion.Postpone(Duration.ZERO, false));
        assertThat(claimed()).isZero();
        tell("resume_work('acme', null, 'Li Lei', 'over')");
        assertThat(ledger.records.claim(List.of(LedgerBench.LANE), 2, "n", LedgerBench.LEASE))
                .as("it goes on where it was")
                .filteredOn(claimed -> claimed.id() == record.id())
                .singleElement()
                .extracting(claimed -> claimed.cursor().path("page").asInt())
                .isEqualTo(2);
    }

    @Test
    void aCallThatWasAnnouncedBeforeIsMade() {
        var record = ledger.claim();
        var token = UUID.randomUUID();
        var opened = ledger.attempts.open(List.of(record), READ, token, "n", LedgerBench.LEASE);
        tell("pause_work(null, null, 'Li Lei', 'maintenance')");

        assertThat(ledger.attempts.openAgain(List.of(record), READ, token, "n", LedgerBench.LEASE))
                .as("announced once more, as nobody told whether that succeeded")
                .isEqualTo(opened);
    }

    @Test
    void noWriteInDoubtIsAskedAboutButWhatAPersonHasDecidedIsDone() {
        var record = ledger.claim();
        var write = new AttemptIntent("renew", "POST /renew", "new", true, false, "00");
        var unknown = new AttemptOutcome("in-doubt", Placement.UNKNOWN, null, "BRIDGE.TIMEOUT", null, null);
        var opened = ledger.attempts.open(record, write, "n", LedgerBench.LEASE);
        tell("pause_work('acme', null, 'Li Lei', 'maintenance')");
        ledger.attempts.close(
                opened,
                unknown,
                record,
                Conclusion.Settle.byItself(RecordState.IN_DOUBT, "BRIDGE.TIMEOUT", null, record.fields()));
        var doubts = ledger.part(DoubtLedger.class);
        assertThat(doubts.claim(List.of(LedgerBench.LANE), 2, "n", LedgerBench.LEASE))
                .isEmpty();

        tell("decide_doubt('acme', 'orders.list', 'D1', 'REFUSED', 'Li Lei', 'cancelled')");

        assertThat(doubts.claim(List.of(LedgerBench.LANE), 2, "n", LedgerBench.LEASE))
                .hasSize(1);
    }

    @Test
    void whoHasLostTheClaimIsToldThatWhateverIsPaused() {
        var record = ledger.claim();
        tell("pause_work(null, null, 'Li Lei', 'maintenance')");
        ledger.jdbc.sql("update record set claim = claim + 1").update();

        assertThatThrownBy(() -> ledger.attempts.open(record, READ, "n", LedgerBench.LEASE))
                .isInstanceOf(ClaimLostException.class);
    }

    @Test
    void itIsKeptWhoHasPausedWhatAndWhoHasEndedIt() {
        tell("pause_work('acme', 'orders.list', ' Li Lei ', 'maintenance')");
        var pause = pauses.inForce().get(0);
        assertThat(pause.by()).isEqualTo("Li Lei");
        assertThat(pause.reason()).isEqualTo("maintenance");
        assertThat(pause.scope()).isEqualTo("acme, orders.list");
        assertThat(pause.until()).isNull();
        assertThat(pauses.endOf(pause.id())).isEmpty();

        tell("resume_work('acme', 'orders.list', 'Han Mei', 'the partner is back')");

        assertThat(pauses.inForce()).isEmpty();
        assertThat(pauses.endOf(pause.id())).contains("Han Mei: the partner is back");
    }

    @Test
    void aPauseOfTheSameTakesThePlaceOfTheOneBeforeAndNothingIsEndedThatIsWider() {
        tell("pause_work(null, null, 'Li Lei', 'maintenance')");
        tell("pause_work('acme', null, 'Li Lei', 'maintenance')");
        tell("pause_work('acme', null, 'Han Mei', 'it takes longer', now() + interval '1 hour')");

        assertThat(pauses.inForce()).extracting(WorkPause::by).containsExactly("Li Lei", "Han Mei");
        assertThat(tell("resume_work('acme', null, 'Li Lei', 'over')")).isEqualTo(true);
        assertThat(pauses.inForce())
                .singleElement()
                .extracting(WorkPause::scope)
                .isEqualTo("every tenant, every interface");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "pause_work(null, null, ' ', 'why')",
                "pause_work(null, null, 'Li Lei', null)",
                "pause_work(null, null, 'Li Lei', 'why', now())",
                "resume_work(null, null, null, 'why')",
                "resume_work(null, null, 'Li Lei', ' ')"
            })
    void whoeverPausesOrResumesHasANameAndAReason(String call) {
        assertThatThrownBy(() -> tell(call)).isInstanceOf(DataAccessException.class);
    }

    private Object tell(String call) {
        return ledger.jdbc.sql("select " + call).query().singleValue();
    }

    private int claimed() {
        return ledger.records
                .claim(List.of(LedgerBench.LANE), 1, "n", LedgerBench.LEASE)
                .size();
    }
}
