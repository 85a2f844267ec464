package io.hcpnbridge.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hcpnbridge.json.ExactJson;
import io.hcpnbridge.text.Words;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** The ledger's promises, on a real PostgreSQL. */
class LedgerTest {
    private static final Duration LEASE = Duration.ofMinutes(1);
    private static final Lane LANE = new Lane("acme", "orders.list");
    private static final AttemptIntent WRITE = new AttemptIntent("renew", "POST /renew", "new", true, false, "00");
    private static final AttemptIntent READ = new AttemptIntent("list", "GET /orders", "new", false, true, "00");
    private static final AttemptOutcome SUCCESS =
            new AttemptOutcome("success", Placement.ANSWERED, 200, null, null, "r-1");

    @AutoClose
    private final LedgerBench ledger = new LedgerBench(0);

    private final RecordLedger records = ledger.records;
    private final AttemptLedger attempts = ledger.attempts;
    private final BatchLedger batches = ledger.part(BatchLedger.class);
    private final JdbcClient jdbc = ledger.jdbc;
    private final TransactionTemplate transaction = ledger.transaction();

    @Test
    void whoeverLostTheClaimCanSendAndChangeNothing() {
        batch("b1", 1);
        var paused = claimOne();
        expireClaims();
        records.sweepExpiredClaims(new Holder("n", Duration.ZERO), "C", Words.same("t"));
        var successor = claimOne();

        assertThatThrownBy(() -> attempts.open(paused, WRITE, "n", LEASE)).isInstanceOf(ClaimLostException.class);
        assertThatThrownBy(() -> records.conclude(paused, new Conclusion.Postpone(LEASE, true)))
                .isInstanceOf(ClaimLostException.class);
        assertThat(attempts.open(successor, WRITE, "n", LEASE)).isPositive();
        assertThat(jdbc.sql("select count(*) from attempt").query(Long.class).single())
                .isOne();
    }

    @Test
    void theErpIsToldInBothLanguagesAndSomebodyElsesWordsAsTheyCame() {
        batch("b1", 2);
        var own = claimOne();
        var others = claimOne();
        records.conclude(
                own, Conclusion.Settle.byItself(RecordState.REFUSED, "C", new Words("no", "不行"), own.fields()));
        records.conclude(
                others, Conclusion.Settle.byItself(RecordState.REFUSED, "C", Words.same("non"), others.fields()));

        assertThat(texts(own)).containsExactly("no", "不行");
        assertThat(texts(others)).containsExactly("non", null);
    }

    private List<String> texts(ClaimedRecord record) {
        return jdbc.sql("select text, text_zh from record where id = ?")
                .param(record.id())
                .query((row, number) -> Arrays.asList(row.getString("text"), row.getString("text_zh")))
                .single();
    }

    @Test
    void aWriteWithoutOutcomeBecomesInDoubtAndIsNeverDueAgain() {
        batch("b1", 2);
        var write = claimOne();
        attempts.open(write, WRITE, "n", LEASE);
        var read = claimOne();
        attempts.open(read, READ, "n", LEASE);
        expireClaims();

        assertThat(records.sweepExpiredClaims(
                        new Holder("n", Duration.ZERO), "BRIDGE.OUTCOME_UNKNOWN", new Words("unknown", "未知")))
                .isEqualTo(2);
        assertThat(state(write)).isEqualTo("IN_DOUBT");
        assertThat(texts(write)).containsExactly("unknown", "未知");
        assertThat(texts(read)).containsExactly(null, null);
        assertThat(state(read)).isEqualTo("DUE");
        assertThat(records.claim(List.of(LANE), 9, "n", LEASE))
                .extracting(ClaimedRecord::id)
                .containsExactly(read.id());
    }

    @Test
    void aWriteThatMayBeRepeatedIsDueAgainWhateverBecameOfIt() {
        batch("h", 1);
        attempts.open(claimOne(), new AttemptIntent("policy", "POST /policy", "new", true, true, "00"), "n", LEASE);
        expireClaims();

        records.sweepExpiredClaims(new Holder("n", Duration.ZERO), "BRIDGE.OUTCOME_UNKNOWN", Words.same("t"));

        assertThat(jdbc.sql("select state from record").query(String.class).single())
                .isEqualTo("DUE");
        assertThat(jdbc.sql("select effect from attempt").query(String.class).single())
                .isEqualTo("WRITE");
    }

    @Test
    void aFinalRecordNeverChangesAgain() {
        batch("b1", 1);
        var record = claimOne();
        settle(record, RecordState.OK);
        assertThatThrownBy(() -> settle(record, RecordState.REFUSED)).isInstanceOf(ClaimLostException.class);
        assertThatThrownBy(() -> records.conclude(record, new Conclusion.Postpone(LEASE, true)))
                .isInstanceOf(ClaimLostException.class);
    }

    @Test
    void outcomeAndStateAreCommittedTogetherOrNotAtAll() {
        batch("b1", 1);
        var record = claimOne();
        var attempt = attempts.open(record, WRITE, "n", LEASE);
        jdbc.sql("update record set claim = claim + 1").update();

        assertThatThrownBy(() -> attempts.close(attempt, SUCCESS, record, new Conclusion.Restart()))
                .isInstanceOf(ClaimLostException.class);
        assertThat(jdbc.sql("select count(*) from attempt_outcome")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void attemptsAreAppendOnly() {
        batch("b1", 1);
        var attempt = attempts.open(claimOne(), WRITE, "n", LEASE);
        assertThatThrownBy(() -> jdbc.sql("update attempt set endpoint = 'x'").update())
                .isInstanceOf(DataAccessException.class)
                .hasMessageContaining("append-only");
        assertThatThrownBy(() -> jdbc.sql("delete from attempt where id = ?")
                        .param(attempt)
                        .update())
                .isInstanceOf(DataAccessException.class);
    }

    @Test
    void aGenerationOnceTakenNeverChanges() {
        batch("b1", 1);
        var record = claimOne();
        var old = new AttemptIntent("list", "GET /v1.0/list", "old", false, true, "00");
        var recent = new AttemptIntent("list", "GET /v2/list", "new", false, true, "00");
        attempts.open(record, old, "n", LEASE);
        assertThat(generation()).isEqualTo("old");
        attempts.open(record, old, "n", LEASE);
        assertThatThrownBy(() -> attempts.open(record, recent, "n", LEASE)).isInstanceOf(ClaimLostException.class);

        goOn(record.taking("new"));
        assertThat(generation()).isEqualTo("old");
    }

    @Test
    void whatIsEndedWithoutACallKeepsTheGenerationThatWasChosen() {
        batch("b1", 1);
        var record = claimOne();

        records.conclude(
                record.taking("new"), Conclusion.Settle.byItself(RecordState.REFUSED, "C", null, record.fields()));

        assertThat(generation()).isEqualTo("new");
    }

    private String generation() {
        return jdbc.sql("select generation from record").query(String.class).single();
    }

    @Test
    void rowsKeepTheirPlaceHoweverOftenAPageIsRead() {
        batch("b1", 1);
        var record = claimOne();
        goOn(record, row("a", "1"), row("b", "1"));
        goOn(record, row("b", "2"), row("c", "1"));
        assertThat(jdbc.sql("select row_key || content::text from result_row order by id")
                        .query(String.class)
                        .list())
                .containsExactly("a{\"v\":\"1\"}", "b{\"v\":\"2\"}", "c{\"v\":\"1\"}");
        records.conclude(record, new Conclusion.Restart());
        assertThat(jdbc.sql("select count(*) from result_row").query(Long.class).single())
                .isZero();
    }

    @Test
    void aRowThatOneAnswerTellsTwiceStandsThereOnceAsLastTold() {
        batch("b1", 1);
        var record = claimOne();
        goOn(record, row("a", "1"), row("b", "1"), row("a", "2"));
        assertThat(jdbc.sql("select row_key || content::text from result_row order by id")
                        .query(String.class)
                        .list())
                .containsExactly("a{\"v\":\"2\"}", "b{\"v\":\"1\"}");
    }

    @Test
    void decimalsAndCharactersThatJsonbWouldChangeAreKeptExactly() {
        batch("b1", 1);
        var record = claimOne();
        var content = ExactJson.mapper()
                .createObjectNode()
                .put("amount", new BigDecimal("12345678901234.567890"))
                .put("text", "a\u0000b");
        goOn(record, new ResultRow("a", "order", content));
        assertThat(jdbc.sql("select content::text from result_row")
                        .query(String.class)
                        .single())
                .isEqualTo("{\"amount\":12345678901234.567890,\"text\":\"a\\u0000b\"}");
    }

    /** Whichever way the record ends; the rest of it stays as it came. */
    @ParameterizedTest
    @ValueSource(strings = {"settled", "taken", "sent by a process that died"})
    void aCodeForOneUseIsDroppedOnceItWasUsed(String way) {
        var content = ExactJson.mapper().createObjectNode();
        content.put("document", "D1").put("code", "123456").put("size", new BigDecimal("1.50"));
        transaction.executeWithoutResult(status -> {
            var batch = batches.open("orders.list", "file", "one-time", "v");
            batches.addLines(
                    batch,
                    "acme",
                    "orders.list",
                    List.of(new BatchLine(1, 2, "D1", "h", null, content)),
                    Set.of("code"));
            batches.accept(batch, "acme");
        });
        var record = claimOne();
        assertThat(record.content()).isEqualTo(content);

        switch (way) {
            case "settled" -> settle(record, RecordState.REFUSED);
            case "taken" ->
                records.conclude(
                        record,
                        new Conclusion.Continue(
                                content.objectNode(),
                                false,
                                content.objectNode(),
                                List.of(),
                                Duration.ofDays(1),
                                new Conclusion.Taken("C", Words.same("t"))));
            default -> {
                attempts.open(record, WRITE, "n", LEASE);
                expireClaims();
                records.sweepExpiredClaims(new Holder("n", Duration.ZERO), "C", Words.same("t"));
            }
        }

        assertThat(jdbc.sql("select content::text from record")
                        .query(String.class)
                        .single()
                        .replace(" ", ""))
                .isEqualTo("{\"document\":\"D1\",\"size\":1.50}");
    }

    @Test
    void theSameDocumentIsTheSameRecordAndOtherContentIsAConflict() {
        batch("b1", 1);
        transaction.executeWithoutResult(status -> {
            var batch = batches.open("orders.list", "file", "b2", "v");
            batches.addLines(
                    batch,
                    "acme",
                    "orders.list",
                    List.of(LedgerBench.line(1, "D1", "h1"), LedgerBench.line(2, "D2", "new")),
                    Set.of());
            batches.accept(batch, "acme");
            var changed = batches.open("orders.list", "file", "b3", "v");
            batches.addLines(changed, "acme", "orders.list", List.of(LedgerBench.line(1, "D1", "other")), Set.of());
            batches.accept(changed, "acme");
        });
        assertThat(jdbc.sql("select count(*) from record").query(Long.class).single())
                .isEqualTo(2);
        assertThat(jdbc.sql("select conflict from batch_record order by batch_id, position")
                        .query(Boolean.class)
                        .list())
                .containsExactly(false, false, false, true);
    }

    @Test
    void theSameContentIsAcceptedOnceEvenByTwoReplicas() {
        batch("b1", 1);
        assertThatThrownBy(() -> batch("b1", 1)).isInstanceOf(DuplicateKeyException.class);
        assertThat(batches.accepted("orders.list", "b1")).isPresent();
    }

    private void batch(String hash, int records) {
        ledger.takeIn("orders.list", hash, Urgency.FILE, LedgerBench.lines(records));
    }

    private ClaimedRecord claimOne() {
        return records.claim(List.of(LANE), 1, "n", LEASE).get(0);
    }

    private void expireClaims() {
        jdbc.sql("update record set claimed_until = now() - interval '1 s'").update();
    }

    private String state(ClaimedRecord record) {
        return jdbc.sql("select state from record where id = ?")
                .param(record.id())
                .query(String.class)
                .single();
    }

    private void settle(ClaimedRecord record, RecordState state) {
        records.conclude(record, Conclusion.Settle.byItself(state, null, null, record.fields()));
    }

    private void goOn(ClaimedRecord record, ResultRow... rows) {
        var content = ExactJson.mapper().createObjectNode();
        var next = new Conclusion.Continue(content, false, record.fields(), List.of(rows), Duration.ZERO, null);
        records.conclude(record, next);
    }

    private static ResultRow row(String key, String value) {
        return new ResultRow(key, "order", ExactJson.mapper().createObjectNode().put("v", value));
    }
}
