package io.hcpnbridge.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hcpnbridge.json.ExactJson;
import io.hcpnbridge.text.Words;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.support.TransactionTemplate;

/** What has waited for too long for a call that could not be made is told to the ERP, and a person decides. */
class ParkingLedgerTest {
    private static final Duration DAY = Duration.ofDays(1);
    private static final Trouble TROUBLE = new Trouble("BRIDGE.UNREACHABLE", new Words("not there", "不在"));
    /** What the ERP reads of it. */
    private static final Words PARKED = new Words(
            "Nothing was done yet, an operator decides whether it is tried again: not there",
            "尚未执行任何操作，由运维人员决定是否再试：不在");

    private static final AttemptIntent READ = new AttemptIntent("list", "GET /orders", "new", false, true, "00");

    @AutoClose
    private final LedgerBench ledger = new LedgerBench(1);

    private final ParkingLedger parking = ledger.part(ParkingLedger.class);
    private final AnswerLedger answers = ledger.part(AnswerLedger.class);
    private final TransactionTemplate transaction = ledger.transaction();

    @Test
    void whatWasPutOffForTooLongIsParkedWithItsReasonInBothLanguages() {
        var record = putOff();
        waitedFor("23 hours");
        assertThat(parking.park(DAY)).isEmpty();

        waitedFor("25 hours");

        assertThat(parking.park(DAY))
                .containsExactly(new ParkingLedger.Parked(LedgerBench.LANE, "D1", "BRIDGE.UNREACHABLE"));
        assertThat(ledger.state(record)).isEqualTo("PARKED");
        assertThat(one("select text from record")).isEqualTo(PARKED.en());
        assertThat(one("select text_zh from record")).isEqualTo(PARKED.zh());
        assertThat(ledger.records.claim(List.of(LedgerBench.LANE), 1, "n", LedgerBench.LEASE))
                .isEmpty();
        assertThat(parking.park(DAY)).as("once").isEmpty();
    }

    @Test
    void theWaitGoesOnFromOneTryToTheNextAndEndsWithAStepThatIsDone() {
        putOff();
        waitedFor("25 hours");
        putOff();
        assertThat(waiting()).isGreaterThan(Duration.ofHours(24));

        var record = claimDue();
        ledger.records.conclude(
                record,
                new Conclusion.Continue(
                        ExactJson.read("{}"), false, record.fields(), List.of(), Duration.ofMillis(1), null));

        assertThat(one("select waiting_since from record")).isNull();
        assertThat(parking.park(DAY)).isEmpty();
    }

    @Test
    void givingARecordBackNeitherBeginsAWaitNorEndsOne() {
        ledger.records.conclude(ledger.claim(), new Conclusion.Postpone(Duration.ZERO, false));
        assertThat(one("select waiting_since from record")).isNull();
        putOff();
        waitedFor("2 hours");

        ledger.records.conclude(claimDue(), new Conclusion.Postpone(Duration.ZERO, false));

        assertThat(waiting()).isGreaterThan(Duration.ofHours(1));
        assertThat(one("select code from record")).isEqualTo("BRIDGE.UNREACHABLE");
    }

    @Test
    void whatWasLeftAloneForLongHasNotWaitedAllTheTime() {
        putOff();
        waitedFor("25 hours");
        ledger.jdbc.sql("update record set due_at = now() - interval '2 hours'").update();
        assertThat(parking.park(DAY)).as("nobody has tried it again").isEmpty();

        putOff();

        assertThat(waiting()).isLessThan(Duration.ofMinutes(1));
    }

    @Test
    void whatNobodyHasTriedYetIsParkedIfItsLaneIsInTroubleForSoLong() {
        rest("25 hours");
        assertThat(parking.park(DAY)).as("it has just come").isEmpty();
        ledger.jdbc
                .sql("update batch set received_at = now() - interval '25 hours'")
                .update();
        ledger.jdbc.sql("update pause set since = now() - interval '23 hours'").update();
        assertThat(parking.park(DAY)).as("the lane was well till then").isEmpty();
        ledger.jdbc
                .sql("update pause set since = now() - interval '25 hours', until = now()")
                .update();
        assertThat(parking.park(DAY)).as("it is about to be tried").isEmpty();

        rest("25 hours");

        assertThat(parking.park(DAY)).hasSize(1);
        assertThat(one("select text from record")).isEqualTo(PARKED.en());
        assertThat(one("select text_zh from record")).isEqualTo(PARKED.zh());
    }

    @Test
    void theTroubleOfALaneBeginsAnewWhenACallWentThroughOrNoneWasMadeForLong() {
        rest("25 hours");
        var pauses = ledger.part(PauseLedger.class);
        ledger.jdbc.sql("update pause set until = now() - interval '1 minute'").update();
        pause(pauses);
        assertThat(trouble()).as("without a call that went through").isGreaterThan(DAY);

        ledger.jdbc.sql("update pause set until = now() - interval '2 hours'").update();
        pause(pauses);

        assertThat(trouble()).isLessThan(Duration.ofMinutes(1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"placed = true", "pending = true"})
    void whatIsPlacedOrTakenByThePartnerIsNeverParked(String known) {
        putOff();
        waitedFor("25 hours");
        ledger.jdbc.sql("update record set " + known).update();

        assertThat(parking.park(DAY)).isEmpty();
    }

    @Test
    void whatIsPausedIsNotParked() {
        putOff();
        waitedFor("25 hours");
        one("select pause_work('acme', null, 'Li Lei', 'maintenance')");

        assertThat(parking.park(DAY)).isEmpty();
    }

    @Test
    void whatWasReadIsForgottenAsItIsOldWhenItIsTriedAgain() {
        var record = ledger.claim();
        var page = new ResultRow("order:1", "order", ExactJson.mapper().createObjectNode());
        var next = new Conclusion.Continue(
                ExactJson.read("{\"page\": 2}"), false, record.fields(), List.of(page), Duration.ZERO, null);
        ledger.records.conclude(record, next);
        ledger.records.conclude(record, Conclusion.Postpone.waiting(Duration.ofMinutes(1), TROUBLE));
        waitedFor("25 hours");

        parking.park(DAY);

        assertThat(one("select count(*) from result_row")).isEqualTo(0L);
        decide("RETRY");
        assertThat(ledger.claim().cursor()).isNull();
    }

    @Test
    void aRecordThatIsTriedAgainMayWaitAsLongAsANewOne() {
        park();

        assertThat(decide("RETRY")).isTrue();

        rest("30 hours");
        ledger.jdbc
                .sql("update batch set received_at = now() - interval '30 hours'")
                .update();
        assertThat(parking.park(DAY)).isEmpty();
        ledger.jdbc.sql("delete from pause").update();
        var again = ledger.claim();
        assertThat(again.tries()).isZero();
        assertThat(one("select code from record")).isNull();
        assertThat(decide("RETRY")).as("decided already").isFalse();
    }

    @Test
    void aRefusalIsToldWithNameAndReasonAndKeepsNoCode() {
        ledger.jdbc
                .sql(
                        "update record set content = '{\"document\": \"D1\", \"smsCode\": \"123\"}', one_time = '{smsCode}'")
                .update();
        park();
        assertThat(one("select content->>'smsCode' from record")).isEqualTo("123");

        assertThat(decide("REFUSE")).isTrue();

        assertThat(one("select state || code || text from record")).isEqualTo("REFUSEDBRIDGE.DECIDEDLi Lei: seen");
        assertThat(one("select content->>'smsCode' from record")).isNull();
        assertThat(one("select verdict || decided_by || reason from parking")).isEqualTo("REFUSELi Leiseen");
    }

    @ParameterizedTest
    @ValueSource(strings = {"'PLACED', 'Li Lei', 'why'", "'RETRY', ' ', 'why'", "'REFUSE', 'Li Lei', null"})
    void aDecisionIsOneOfTwoWithNameAndReason(String decision) {
        park();

        assertThatThrownBy(() -> one("select decide_parked('acme', 'orders.list', 'D1', " + decision + ")"))
                .isInstanceOf(DataAccessException.class);
    }

    @Test
    void theErpIsToldOnceThatItIsParkedAndOnceHowItEnds() {
        park();
        assertThat(compose()).isEqualTo("PENDING");
        assertThat(compose()).as("a person decides, and nobody waits for that").isNull();
        assertThat(delivery().interim()).isTrue();

        decide("RETRY");
        assertThat(compose()).as("under way again").isNull();
        var record = ledger.claim();
        ledger.records.conclude(record, Conclusion.Settle.byItself(RecordState.OK, null, null, record.fields()));

        assertThat(compose()).isEqualTo("OK");
        assertThat(compose()).isNull();
        assertThat(one("select edition || pending::text from batch")).isEqualTo("2false");
        assertThat(delivery().interim()).isFalse();
    }

    @Test
    void aDecisionThatMeetsAnAnswerBeingComposedIsToldInTheNext() throws Exception {
        var record = park();
        var desk = Executors.newSingleThreadExecutor();

        var decided = transaction.execute(status -> {
            assertThat(answers.lockAnswerable(0, Duration.ZERO)).isPresent();
            var running = desk.submit(() -> decide("REFUSE"));
            Awaitility.await().until(() -> running.isDone() || isSomebodyWaiting());
            answers.markAnswered(record.batch(), 1, false);
            return running;
        });

        assertThat(decided.get()).isTrue();
        desk.shutdown();
        assertThat(compose()).isEqualTo("REFUSED");
    }

    @Test
    void aPulledPeriodIsNotOverWhileADocumentOfItIsParkedOrTriedAgain() {
        ledger.jdbc
                .sql(
                        """
                        insert into pull_period (pull, tenant, period, unit, begins_at, ends_at, state, batch_id)
                        select 'orders', 'acme', '2026-10', 'MONTH', now(), now(), 'TAKEN', id from batch
                        """)
                .update();
        park();
        compose();
        assertThat(period()).isEqualTo("TAKEN");

        decide("RETRY");
        assertThat(period()).isEqualTo("TAKEN");
        var record = ledger.claim();
        ledger.records.conclude(record, Conclusion.Settle.byItself(RecordState.OK, null, null, record.fields()));

        assertThat(period()).isEqualTo("DONE");
    }

    @Test
    void aLaneWithParkedRecordsIsNotGivenUp() {
        park();

        assertThat(ledger.records.openLanes()).containsExactly(LedgerBench.LANE);
    }

    /** The state that the pulled period has come to. */
    private Object period() {
        ledger.part(PullLedger.class).finish("orders", "acme", 3, Duration.ZERO);
        return one("select state from pull_period");
    }

    private ClaimedRecord park() {
        var record = putOff();
        waitedFor("25 hours");
        assertThat(parking.park(DAY)).hasSize(1);
        return record;
    }

    private ClaimedRecord putOff() {
        var record = claimDue();
        ledger.attempts.close(
                ledger.attempts.open(record, READ, "n", LedgerBench.LEASE),
                new AttemptOutcome("unreachable", Placement.NOT_PLACED, null, TROUBLE.code(), TROUBLE.text(), null),
                record,
                Conclusion.Postpone.waiting(Duration.ofMinutes(1), TROUBLE));
        return record;
    }

    private ClaimedRecord claimDue() {
        ledger.jdbc.sql("update record set due_at = now() where due_at > now()").update();
        return ledger.claim();
    }

    private void waitedFor(String time) {
        ledger.jdbc
                .sql("update record set waiting_since = now() - cast(? as interval)")
                .param(time)
                .update();
    }

    /** The lane rests, and has been in trouble for so long. */
    private void rest(String since) {
        pause(ledger.part(PauseLedger.class));
        ledger.jdbc
                .sql("update pause set since = now() - cast(? as interval), until = now() + interval '1 minute'")
                .param(since)
                .update();
    }

    private static void pause(PauseLedger pauses) {
        var minute = Duration.ofMinutes(1);
        pauses.pause("acme", PauseLedger.lane("orders.list"), minute, minute, TROUBLE, false);
    }

    private Duration waiting() {
        return seconds("select extract(epoch from now() - waiting_since)::bigint from record");
    }

    private Duration trouble() {
        return seconds("select extract(epoch from now() - since)::bigint from pause");
    }

    private Duration seconds(String query) {
        return Duration.ofSeconds(ledger.jdbc.sql(query).query(Long.class).single());
    }

    private boolean decide(String verdict) {
        return (boolean) one("select decide_parked('acme', 'orders.list', 'D1', '" + verdict + "', 'Li Lei', 'seen')");
    }

    /** The status that the next edition tells; null if none is due. */
    private String compose() {
        return transaction.execute(status -> answers.lockAnswerable(0, Duration.ZERO)
                .map(batch -> {
                    var told = new StringBuilder();
                    answers.streamAnswer(
                            batch.id(),
                            line -> {
                                told.append(line.status());
                                assertThat(line.open()).isFalse();
                            },
                            row -> told.append(row.key()));
                    answers.markAnswered(batch.id(), batch.edition(), false);
                    return told.toString();
                })
                .orElse(null));
    }

    /** The answer that is delivered next. */
    private Delivery delivery() {
        ledger.jdbc
                .sql(
                        "insert into arrival (batch_id, file_name, edition) select id, 'f.txt', edition from batch on conflict do nothing")
                .update();
        return ledger
                .part(DeliveryLedger.class)
                .takeDeliverable(
                        Arrival.FILE,
                        new Owners(List.of(), List.of()),
                        0,
                        10,
                        new Holder("n", Duration.ZERO),
                        Duration.ZERO)
                .stream()
                .reduce((first, last) -> last)
                .orElseThrow();
    }

    private boolean isSomebodyWaiting() {
        return (boolean)
                one(
                        "select exists (select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock')");
    }

    private Object one(String query) {
        return ledger.jdbc
                .sql(query)
                .query()
                .listOfRows()
                .get(0)
                .values()
                .iterator()
                .next();
    }
}
