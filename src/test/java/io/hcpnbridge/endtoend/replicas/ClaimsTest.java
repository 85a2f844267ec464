package io.hcpnbridge.endtoend.replicas;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Who holds what: replicas share the work, none holds more than it begins soon, and whoever lives loses nothing. */
@Tag("slow")
@Tag("kills")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ClaimsTest {
    /** Workers. */
    private static final int MOST = 24;

    private final Pair pair = new Pair();

    @AfterAll
    void close() {
        pair.close();
    }

    @Test
    void eightHundredRecordsInTwentyFilesAreSharedAndNoClaimIsLost() {
        var one = pair.one.output().length();
        var other = pair.other.output().length();
        IntStream.range(0, 20).forEach(i -> pair.dropDetails("many" + i + "-", 40));

        Awaitility.await()
                .atMost(Pair.PATIENCE)
                .pollInterval(Duration.ofMillis(50))
                .until(() -> {
                    assertThat(held()).allSatisfy(records -> assertThat(records).isLessThanOrEqualTo(MOST));
                    return pair.count("many", "state = 'OK'") == 800;
                });

        assertThat(sharesOfAFile()).as("replicas that worked on each file").contains(2);
        assertNothingLost(pair.one.output().substring(one));
        assertNothingLost(pair.other.output().substring(other));
    }

    @Test
    void whatAProcessThatStandsStillHasNotSentOthersSendAndItDoesNot() {
        pair.dropRenewals("still", 120);
        Awaitility.await().atMost(Pair.PATIENCE).until(() -> pair.count("still", "state = 'OK'") > 5);
        Awaitility.await().atMost(Pair.PATIENCE).until(() -> !pair.unsent("one").isEmpty());
        pair.one.pause();
        var sent = pair.documents("SENT");
        try {
            var unsent = pair.unsent("one");
            pair.awaitTakenOver(unsent);
        } finally {
            pair.one.goOn();
        }

        pair.awaitFinal("still", 120);
        assertThat(sent).as("whose answers came while it stood still").containsAll(pair.documents("IN_DOUBT"));
        assertThat(pair.count("still", "state not in ('OK', 'IN_DOUBT')")).isZero();
        assertThat(IntStream.range(0, 120).map(i -> pair.placed("still" + i))).containsOnly(1);
    }

    @Test
    void aDatabaseThatIsAwayForAsLongAsAFailoverTakesCostsNothing() {
        pair.dropRenewals("away", 60);
        Awaitility.await().atMost(Pair.PATIENCE).until(() -> pair.count("away", "state = 'OK'") > 5);
        pair.surroundings.database().shut();
        try {
            var end = System.nanoTime() + Duration.ofSeconds(40).toNanos();
            Awaitility.await().atMost(Pair.PATIENCE).until(() -> System.nanoTime() >= end);
        } finally {
            pair.surroundings.database().open();
        }

        pair.awaitFinal("away", 60);
        assertThat(pair.count("away", "state = 'OK'")).isEqualTo(60);
        assertThat(IntStream.range(0, 60).map(i -> pair.placed("away" + i))).containsOnly(1);
    }

    private List<Integer> held() {
        return pair.ledger
                .sql("select count(*) from record where state in ('CLAIMED', 'SENT') group by claimed_by")
                .query(Integer.class)
                .list();
    }

    private List<Integer> sharesOfAFile() {
        return pair.ledger
                .sql(
                        "select count(distinct node) from attempt join record on record.id = record_id group by first_batch_id")
                .query(Integer.class)
                .list();
    }

    private static void assertNothingLost(String output) {
        assertThat(output.lines())
                .noneMatch(line -> line.contains("orders.detail") && line.contains("ClaimLostException"))
                .noneMatch(line -> line.contains("replica was not heard of"));
    }
}
