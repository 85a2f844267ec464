package io.hcpnbridge.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Who claims what next: each lane, and in it each urgency, has its share. */
class ClaimOrderTest {
    private static final Duration LEASE = LedgerBench.LEASE;
    private static final Lane LANE = LedgerBench.LANE;

    @AutoClose
    private final LedgerBench ledger = new LedgerBench(0);

    private final RecordLedger records = ledger.records;
    private final PauseLedger pauses = ledger.part(PauseLedger.class);
    private final JdbcClient jdbc = ledger.jdbc;

    @Test
    void aRecordIsClaimedByOneReplicaOnly() throws Exception {
        batch("b1", 200);
        var replicas = Executors.newFixedThreadPool(8);
        var claims = new ArrayList<Callable<List<ClaimedRecord>>>();
        for (int i = 0; i < 40; i++) {
            claims.add(() -> records.claim(List.of(LANE), 7, "n", LEASE));
        }
        var claimed = new ArrayList<Long>();
        for (var future : replicas.invokeAll(claims)) {
            future.get().forEach(record -> claimed.add(record.id()));
        }
        replicas.shutdown();
        assertThat(claimed).hasSize(200).doesNotHaveDuplicates();
    }

    @Test
    void eachLaneGetsItsShareHoweverLongTheOthersAre() {
        batch("b1", 500);
        ledger.takeIn("orders.detail", "h2", Urgency.FILE, LedgerBench.lines(1));
        var claimed = records.claim(List.of(LANE, new Lane("acme", "orders.detail")), 5, "n", LEASE);
        assertThat(claimed)
                .extracting(ClaimedRecord::interfaceName)
                .contains("orders.detail")
                .hasSize(3);
    }

    @Test
    void aMessageIsClaimedNextHoweverLongTheFileIsAndAPullHasItsShare() {
        batch("b1", 500);
        urgent("M1", Urgency.MESSAGE);
        urgent("P1", Urgency.PULL);

        var claimed = records.claim(List.of(LANE), 6, "n", LEASE);

        assertThat(claimed).extracting(ClaimedRecord::document).containsExactlyInAnyOrder("M1", "P1", "D1", "D2");
        assertThat(claimed)
                .filteredOn(record -> record.document().equals("M1"))
                .extracting(ClaimedRecord::urgency)
                .containsExactly(Urgency.MESSAGE);
    }

    @Test
    void endlessMessagesAndFilesLeaveTheLastPlacesToWhatNobodyWorksOn() {
        batch("b1", 500);
        IntStream.range(0, 50).forEach(i -> urgent("M" + i, Urgency.MESSAGE));
        records.claim(List.of(LANE), 20, "n", LEASE);
        urgent("P1", Urgency.PULL);

        assertThat(records.claim(List.of(LANE), 1, "n", LEASE))
                .extracting(ClaimedRecord::document)
                .containsExactly("P1");
    }

    @Test
    void noMoreOfALaneIsClaimedThanItHasRoomFor() {
        batch("b1", 500);

        assertThat(records.claim(Map.of(LANE, 3), 20, "n", LEASE)).hasSize(3);
    }

    @Test
    void theClaimOfAMessageReadsAsLittleOfALongLaneAsOfAShortOne() {
        batch("b1", 20_000);
        jdbc.sql("analyze record").update();
        urgent("M1", Urgency.MESSAGE);
        var before = read();

        assertThat(records.claim(List.of(LANE), 4, "n", LEASE))
                .extracting(ClaimedRecord::document)
                .contains("M1");

        assertThat(read() - before).as("rows of records read").isLessThan(200);
    }

    private long read() {
        jdbc.sql("select pg_stat_force_next_flush()").query().listOfRows();
        return jdbc.sql("select seq_tup_read + idx_tup_fetch from pg_stat_user_tables where relname = 'record'")
                .query(Long.class)
                .single();
    }

    private void urgent(String document, Urgency urgency) {
        ledger.takeIn("orders.list", document, urgency, List.of(LedgerBench.line(1, document, "h")));
    }

    private void batch(String hash, int records) {
        ledger.takeIn("orders.list", hash, Urgency.FILE, LedgerBench.lines(records));
    }

    @Test
    void aPausedLaneIsNotClaimed() {
        batch("b1", 1);
        pauses.pause("acme", PauseLedger.lane("orders.list"), LEASE, LEASE, new Trouble("429", null), false);
        assertThat(records.claim(List.of(LANE), 1, "n", LEASE)).isEmpty();
    }
}
