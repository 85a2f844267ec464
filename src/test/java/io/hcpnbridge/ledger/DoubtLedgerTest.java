package io.hcpnbridge.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hcpnbridge.json.ExactJson;
import io.hcpnbridge.text.Words;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** A write in doubt is asked about by one replica at a time, and nothing that happens to the question says what became of it. */
class DoubtLedgerTest {
    private static final Duration TIME = Duration.ofMinutes(1);
    private static final Lane LANE = new Lane("acme", "orders.renew");
    private static final AttemptIntent WRITE = new AttemptIntent("renew", "POST /renew", "new", true, false, "00");
    private static final AttemptIntent READ = new AttemptIntent("list", "GET /orders", "new", false, true, "00");
    private static final AttemptOutcome UNKNOWN =
            new AttemptOutcome("in-doubt", Placement.UNKNOWN, null, "BRIDGE.TIMEOUT", Words.same("no answer"), null);
    private static final AttemptOutcome TOLD =
            new AttemptOutcome("success", Placement.ANSWERED, 200, null, null, "r-1");

    @AutoClose
    private final LedgerBench ledger = new LedgerBench(0);

    private final RecordLedger records = ledger.records;
    private final AttemptLedger attempts = ledger.attempts;
    private final DoubtLedger doubts = ledger.part(DoubtLedger.class);
    private final BatchLedger batches = ledger.part(BatchLedger.class);
    private final AnswerLedger answers = ledger.part(AnswerLedger.class);
    private final JdbcClient jdbc = ledger.jdbc;
    private final TransactionTemplate transaction = ledger.transaction();

    @Test
    void aDoubtIsClaimedOnceAndIsNotDueForAnythingElse() {
        inDoubt("D1");

        assertThat(records.claim(List.of(LANE), 10, "n", TIME)).isEmpty();
        var claimed = claim();
        assertThat(claimed).singleElement().satisfies(record -> {
            assertThat(record.doubt().api()).isEqualTo("renew");
            assertThat(record.doubt().repeats()).isZero();
            assertThat(record.pending()).isTrue();
        });
        assertThat(claim()).isEmpty();
    }

    @Test
    void aRecordInDoubtMayBeReadAboutAndNothingElse() {
        inDoubt("D1");
        var asked = claim().get(0);

        assertThatThrownBy(() -> attempts.open(asked, WRITE, "n", TIME)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> attempts.open(
                        asked, new AttemptIntent("set", "POST /policy", "new", true, true, "00"), "n", TIME))
                .as("nor what may be repeated")
                .isInstanceOf(IllegalStateException.class);
        assertThat(attempts.open(asked, READ, "n", TIME)).isPositive();
    }

    @Test
    void whateverEndsAQuestionWithoutAVerdictLeavesTheDoubtOpen() {
        for (var end : List.of(
                new Conclusion.Postpone(Duration.ZERO, true),
                Conclusion.Settle.byItself(
                        RecordState.FAILED,
                        "BRIDGE.INTERNAL_ERROR",
                        Words.same("failed"),
                        ExactJson.mapper().createObjectNode()),
                Conclusion.Settle.byItself(
                        RecordState.OK, null, null, ExactJson.mapper().createObjectNode()),
                new Conclusion.Restart())) {
            jdbc.sql("truncate batch cascade").update();
            inDoubt("D1");
            var asked = claim().get(0);

            var ended = attempts.close(attempts.open(asked, READ, "n", TIME), TOLD, asked, end);

            assertThat(ended).as(end.toString()).isInstanceOf(Inquiry.class);
            assertThat(state()).as(end.toString()).isEqualTo("IN_DOUBT");
            assertThat(jdbc.sql("select count(*) from doubt where closed_at is null")
                            .query(Long.class)
                            .single())
                    .isEqualTo(1);
        }
    }

    @Test
    void aQuestionWhoseReplicaIsNotHeardOfIsAskedByAnother() {
        inDoubt("D1");
        claim();
        jdbc.sql("update record set claimed_until = now() - interval '1 second'")
                .update();

        assertThat(records.sweepExpiredClaims(new Holder("n", Duration.ZERO), "X", Words.same("x")))
                .isEqualTo(1);

        assertThat(claim()).hasSize(1);
    }

    @Test
    void aWriteOfADeadReplicaComesIntoDoubt() {
        var record = claimed("D1");
        attempts.open(record, WRITE, "n", TIME);
        jdbc.sql("update record set claimed_until = now() - interval '1 second'")
                .update();

        records.sweepExpiredClaims(new Holder("n", Duration.ZERO), "BRIDGE.OUTCOME_UNKNOWN", Words.same("dead"));

        assertThat(claim())
                .singleElement()
                .extracting(found -> found.doubt().rounds())
                .isEqualTo(0);
    }

    @Test
    void whatIsProvenNotToHaveBeenPlacedIsDueAgainAndCounted() {
        inDoubt("D1");

        resolve(Doubt.Verdict.NOT_PLACED, new Conclusion.Postpone(Duration.ZERO, false));

        assertThat(state()).isEqualTo("DUE");
        var again = records.claim(List.of(LANE), 1, "n", TIME).get(0);
        doubt(again);
        assertThat(claim().get(0).doubt().repeats()).isEqualTo(1);
    }

    @Test
    void whatHasPlacedSomethingIsNeverSentAgain() {
        inDoubt("D1");
        jdbc.sql("update record set placed = true").update();

        assertThatThrownBy(() -> resolve(Doubt.Verdict.NOT_PLACED, new Conclusion.Postpone(Duration.ZERO, false)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aPersonDecidesWhatNobodyIsAskingAboutWithNameAndReason() {
        inDoubt("D1");
        var decision = new Doubt.Decision(Doubt.Verdict.REFUSED, null, "Li Lei", "cancelled by phone");
        var asked = claim().get(0);
        assertThat(doubts.decide("acme", "orders.renew", "D1", decision))
                .as("being asked")
                .isFalse();
        records.conclude(asked, new Inquiry.LeftToPerson("nothing tells"));
        assertThat(claim()).as("left to a person").isEmpty();

        assertThat(doubts.decide("acme", "orders.renew", "D1", decision)).isTrue();

        assertThat(claim())
                .singleElement()
                .extracting(record -> record.doubt().decision())
                .isEqualTo(decision);
        assertThatThrownBy(() -> jdbc.sql("select decide_doubt('acme', 'orders.renew', 'D1', 'PLACED', ' ', 'why')")
                        .query(Boolean.class)
                        .single())
                .isInstanceOf(DataAccessException.class)
                .hasMessageContaining("has a name and a reason");
    }

    @Test
    void whatAPersonHasDecidedWaitsForNoPauseAndNoOtherQuestion() {
        inDoubt("D1");
        inDoubt("D2");
        jdbc.sql("update record set due_at = now() - interval '1 hour' where document = 'D1'")
                .update();
        doubts.decide(
                "acme",
                "orders.renew",
                "D2",
                new Doubt.Decision(Doubt.Verdict.REFUSED, null, "Li Lei", "cancelled by phone"));

        assertThat(doubts.claim(List.of(LANE), 1, "n", TIME))
                .extracting(ClaimedRecord::document)
                .containsExactly("D2");

        jdbc.sql("update record set state = 'IN_DOUBT' where document = 'D2'").update();
        jdbc.sql(
                        "insert into pause (tenant, scope, until, strikes, reason) values ('acme', 'interface:orders.renew', now() + interval '1 hour', 1, 'x')")
                .update();
        assertThat(claim()).extracting(ClaimedRecord::document).containsExactly("D2");
    }

    @Test
    void aRoundThatWasInterruptedBeginsAgainAsItsReadsAreOldByThen() {
        inDoubt("D1");
        var asked = claim().get(0);
        var next = new Inquiry.GoOn(ExactJson.read("{\"at\": 1}"), null);
        records.conclude(asked, next);
        records.conclude(asked.after(next), new Conclusion.Postpone(Duration.ZERO, false));

        assertThat(claim())
                .singleElement()
                .extracting(record -> record.doubt().cursor())
                .isNull();
    }

    @Test
    void anOrderAnswersOneOfTwoDoubtsThatAreAskedAboutAtTheSameTime() {
        inDoubt("D1");
        inDoubt("D2");
        var asked = claim();

        var second = meanwhile(
                () -> records.conclude(asked.get(0), placed()),
                () -> records.conclude(asked.get(1), placed()),
                () -> {});

        assertThat(second).isInstanceOf(Inquiry.LeftToPerson.class);
    }

    @Test
    void anOrderMayBeOfADocumentOfTheSameCustomerWhoseAnswerHasNotCome() {
        inDoubt("D1");
        var asked = claim().get(0);
        var other = claimed("D2");
        var write = attempts.open(other, WRITE, "n", TIME);
        var otherwise = new Inquiry.Later("may be another's", Duration.ZERO, 0);
        var ofAnotherCustomer = new Found.Rivals(
                List.of("orders.renew"), ExactJson.mapper().createObjectNode().put("customerId", "c2"), otherwise);
        var ofTheSame = new Found.Rivals(
                List.of("orders.renew"), ExactJson.mapper().createObjectNode().put("customerId", "c1"), otherwise);

        assertThat(records.conclude(asked, placed(ofTheSame))).isEqualTo(otherwise);
        asked = claim().get(0);
        attempts.close(write, TOLD, other, end(List.of(order())));

        assertThat(records.conclude(asked, placed(ofTheSame)))
                .as("the order that it turned out to have placed")
                .isInstanceOf(Inquiry.LeftToPerson.class);
        inDoubt("D3");
        attempts.open(claimed("D4"), WRITE, "n", TIME);
        assertThat(records.conclude(
                        claim().get(0),
                        new Inquiry.Resolved(
                                Doubt.Verdict.PLACED,
                                "seen",
                                new Found(List.of("renewal:CS3"), ofAnotherCustomer),
                                end(List.of()))))
                .isInstanceOf(Inquiry.Resolved.class);
    }

    @Test
    void anOpenReviewMayBeOfADocumentThatThePartnerHasTaken() {
        inDoubt("D1");
        var asked = claim().get(0);
        var other = claimed("D2");
        attempts.close(
                attempts.open(other, WRITE, "n", TIME),
                TOLD,
                other,
                new Conclusion.Continue(
                        ExactJson.read("{\"step\": \"result\"}"),
                        true,
                        ExactJson.mapper().createObjectNode(),
                        List.of(),
                        Duration.ofHours(1),
                        new Conclusion.Taken(null, null)));
        var otherwise = new Inquiry.Later("may be another's", Duration.ZERO, 0);

        assertThat(records.conclude(
                        asked,
                        placed(new Found.Rivals(
                                List.of("orders.renew"),
                                ExactJson.mapper().createObjectNode().put("customerId", "c1"),
                                otherwise))))
                .isEqualTo(otherwise);
    }

    @Test
    void anOrderThatAPersonHasToldIsNoEvidenceForAnotherDocument() {
        inDoubt("D1");
        inDoubt("D2");
        var asked = claim();
        records.conclude(
                asked.get(0), new Inquiry.Resolved(Doubt.Verdict.PLACED, "seen", Found.NOTHING, end(List.of(order()))));

        assertThat(records.conclude(asked.get(1), placed())).isInstanceOf(Inquiry.LeftToPerson.class);
    }

    @Test
    void aDecisionThatMeetsAnAnswerBeingComposedIsToldInTheNext() {
        inDoubt("D1");
        records.conclude(claim().get(0), new Inquiry.LeftToPerson("nothing tells"));
        doubts.decide(
                "acme", "orders.renew", "D1", new Doubt.Decision(Doubt.Verdict.REFUSED, null, "Li Lei", "cancelled"));
        var decided = claim().get(0);

        meanwhile(
                () -> assertThat(answers.lockAnswerable(0, Duration.ZERO)).isPresent(),
                () -> records.conclude(
                        decided,
                        new Inquiry.Resolved(Doubt.Verdict.REFUSED, "cancelled", Found.NOTHING, end(List.of()))),
                () -> answers.markAnswered(decided.batch(), 1, false));

        assertThat(jdbc.sql("select pending from batch").query(Boolean.class).single())
                .as("another edition follows")
                .isTrue();
    }

    /** What another transaction ends with that begins between two steps of one, and may have to wait for it. */
    private <T> T meanwhile(Runnable first, Callable<T> other, Runnable last) {
        var replica = Executors.newSingleThreadExecutor();
        try {
            var begun = transaction.execute(status -> {
                first.run();
                var running = replica.submit(other);
                Awaitility.await().until(() -> running.isDone() || isSomebodyWaiting());
                last.run();
                return running;
            });
            return begun.get();
        } catch (ExecutionException | InterruptedException e) {
            throw new IllegalStateException(e);
        } finally {
            replica.shutdown();
        }
    }

    private boolean isSomebodyWaiting() {
        return jdbc.sql(
                        "select exists (select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock')")
                .query(Boolean.class)
                .single();
    }

    private static Inquiry placed() {
        return placed(null);
    }

    private static Inquiry placed(Found.Rivals rivals) {
        var found = new Found(List.of(order().key()), rivals);
        return new Inquiry.Resolved(Doubt.Verdict.PLACED, "seen", found, end(List.of(order())));
    }

    private static ResultRow order() {
        return new ResultRow("renewal:CS1", "renewal", ExactJson.mapper().createObjectNode());
    }

    private static Conclusion end(List<ResultRow> rows) {
        return new Conclusion.Settle(
                RecordState.OK, null, null, true, ExactJson.mapper().createObjectNode(), rows, true);
    }

    private void resolve(Doubt.Verdict verdict, Conclusion end) {
        records.conclude(claim().get(0), new Inquiry.Resolved(verdict, "seen", Found.NOTHING, end));
    }

    private List<ClaimedRecord> claim() {
        return doubts.claim(List.of(LANE), 10, "n", TIME);
    }

    private String state() {
        return jdbc.sql("select state from record").query(String.class).single();
    }

    private void inDoubt(String document) {
        doubt(claimed(document));
    }

    private void doubt(ClaimedRecord record) {
        attempts.close(
                attempts.open(record, WRITE, "n", TIME),
                UNKNOWN,
                record,
                Conclusion.Settle.byItself(
                        RecordState.IN_DOUBT, "BRIDGE.TIMEOUT", Words.same("no answer"), record.fields()));
    }

    private ClaimedRecord claimed(String document) {
        transaction.executeWithoutResult(status -> {
            var batch = batches.open("orders.renew", "file", "h" + document, "v");
            batches.addLines(batch, "acme", "orders.renew", List.of(line(document)), Set.of());
            batches.accept(batch, "acme");
        });
        return records.claim(List.of(LANE), 1, "n", TIME).get(0);
    }

    private static BatchLine line(String document) {
        var content =
                ExactJson.mapper().createObjectNode().put("document", document).put("customerId", "c1");
        return new BatchLine(1, 2, document, "h", null, content);
    }
}
