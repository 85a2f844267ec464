package io.hcpnbridge.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.hcpnbridge.json.ExactJson;
import io.hcpnbridge.text.Words;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever a route asks for: the ledger lets a write be sent again only if it is known not to have been carried out. */
class MoneyRuleTest {
    private static final AttemptIntent WRITE = new AttemptIntent("renew", "POST /renew", "new", true, false, "00");
    private static final AttemptIntent POLICY = new AttemptIntent("policy", "POST /policy", "new", true, true, "00");
    private static final AttemptIntent READ = new AttemptIntent("list", "GET /orders", "new", false, true, "00");
    private static final ObjectNode NOTHING = ExactJson.mapper().createObjectNode();

    /** Enough for a record of its own for each test. */
    private static final LedgerBench LEDGER = new LedgerBench(60);

    private final ClaimedRecord record = LEDGER.claim();

    @ParameterizedTest
    @MethodSource("everyEndBut")
    void aWriteWhoseOutcomeIsUnknownEndsInDoubtAndNothingElse(Conclusion asked) {
        var attempt = open(WRITE);

        var ended = LEDGER.attempts.close(attempt, outcome(Placement.UNKNOWN), record, asked);

        assertThat(ended.state()).isEqualTo(RecordState.IN_DOUBT);
        assertThat(LEDGER.state(record)).isEqualTo("IN_DOUBT");
        assertThat(code()).as("why it is in doubt").isEqualTo("CODE");
    }

    @ParameterizedTest
    @MethodSource("everyRepetitionAndDenial")
    void aWriteThatWasAnsweredIsNeitherRepeatedNorDenied(Conclusion asked) {
        var attempt = open(WRITE);

        LEDGER.attempts.close(attempt, outcome(Placement.ANSWERED), record, asked);

        assertThat(LEDGER.state(record)).isEqualTo("IN_DOUBT");
        assertThat(code()).isEqualTo("BRIDGE.OUTCOME_UNKNOWN");
    }

    @ParameterizedTest
    @EnumSource(names = {"OK", "PARTIAL", "REFUSED", "IN_DOUBT"})
    void whatTheAnswerOfAWriteSaysIsWritten(RecordState told) {
        var attempt = open(WRITE);

        LEDGER.attempts.close(
                attempt,
                outcome(Placement.ANSWERED),
                record,
                new Conclusion.Settle(told, null, null, true, NOTHING, List.of(), true));

        assertThat(LEDGER.state(record)).isEqualTo(told.name());
    }

    @Test
    void aWriteThatWasNotPlacedMayBeSentAgain() {
        var attempt = open(WRITE);

        LEDGER.attempts.close(
                attempt, outcome(Placement.NOT_PLACED), record, new Conclusion.Postpone(Duration.ZERO, true));

        assertThat(LEDGER.state(record)).isEqualTo("DUE");
    }

    @Test
    void aReadMayBeRepeatedWhateverBecameOfIt() {
        var attempt = open(READ);

        LEDGER.attempts.close(
                attempt, outcome(Placement.UNKNOWN), record, new Conclusion.Postpone(Duration.ZERO, true));

        assertThat(LEDGER.state(record)).isEqualTo("DUE");
    }

    @Test
    void aWriteThatMayBeRepeatedIsRepeatedWhateverBecameOfIt() {
        var attempt = open(POLICY);

        LEDGER.attempts.close(
                attempt, outcome(Placement.UNKNOWN), record, new Conclusion.Postpone(Duration.ZERO, true));

        assertThat(LEDGER.state(record)).isEqualTo("DUE");
    }

    @Test
    void anAnnouncedWriteCannotBePutBackWithoutItsOutcome() {
        open(WRITE);

        assertThatThrownBy(() -> LEDGER.records.conclude(record, new Conclusion.Postpone(Duration.ZERO, false)))
                .isInstanceOf(ClaimLostException.class);
        assertThat(LEDGER.state(record)).isEqualTo("SENT");
    }

    @Test
    void nothingIsInDoubtThatWasNeverAnnounced() {
        assertThatThrownBy(() -> LEDGER.records.conclude(record, settle(RecordState.IN_DOUBT)))
                .hasMessageContaining("no write of it was ever announced");
        var read = open(READ);
        assertThatThrownBy(() ->
                        LEDGER.attempts.close(read, outcome(Placement.UNKNOWN), record, settle(RecordState.IN_DOUBT)))
                .hasMessageContaining("no write of it was ever announced");
        assertThat(LEDGER.state(record)).isEqualTo("CLAIMED");
    }

    @Test
    void anOutcomeBelongsToTheRecordWhoseCallItIs() {
        var attempt = open(WRITE);
        var other = LEDGER.claim();

        assertThatThrownBy(() -> LEDGER.attempts.close(
                        attempt, outcome(Placement.NOT_PLACED), other, new Conclusion.Postpone(Duration.ZERO, false)))
                .isInstanceOf(ClaimLostException.class);
    }

    static Stream<Conclusion> everyEndBut() {
        return Stream.concat(
                everyRepetitionAndDenial(),
                Stream.of(
                        settle(RecordState.OK),
                        settle(RecordState.PARTIAL),
                        new Conclusion.Settle(RecordState.OK, null, null, true, NOTHING, List.of(), true),
                        new Conclusion.Continue(NOTHING, true, NOTHING, List.of(), Duration.ZERO, null),
                        new Conclusion.Continue(NOTHING, true, NOTHING, List.of(), Duration.ofDays(1), null)));
    }

    static Stream<Conclusion> everyRepetitionAndDenial() {
        return Stream.of(
                new Conclusion.Postpone(Duration.ZERO, false),
                new Conclusion.Postpone(Duration.ofMinutes(1), true),
                new Conclusion.Restart(),
                new Conclusion.Apart(),
                settle(RecordState.REFUSED),
                settle(RecordState.FAILED));
    }

    private String code() {
        return LEDGER.jdbc
                .sql("select code from record where id = ?")
                .param(record.id())
                .query(String.class)
                .single();
    }

    private long open(AttemptIntent intent) {
        return LEDGER.attempts.open(record, intent, "n", LedgerBench.LEASE);
    }

    private static Conclusion settle(RecordState state) {
        return Conclusion.Settle.byItself(state, null, null, NOTHING);
    }

    private static AttemptOutcome outcome(Placement placement) {
        return new AttemptOutcome("verdict", placement, 500, "CODE", Words.same("text"), null);
    }
}
