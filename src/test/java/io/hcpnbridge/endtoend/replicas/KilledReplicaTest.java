package io.hcpnbridge.endtoend.replicas;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** A replica is killed in the middle of a file: the other one goes on within seconds, and only what was on its way is in doubt. */
@Tag("slow")
@Tag("kills")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class KilledReplicaTest {
    private static final int RECORDS = 120;

    private final Pair pair = new Pair();

    @AfterAll
    void close() {
        pair.close();
    }

    @Test
    void theOtherTakesOverWithinSecondsAndOnlyWhatWasSentIsInDoubt() {
        pair.dropRenewals("killed", RECORDS);
        Awaitility.await().atMost(Pair.PATIENCE).until(() -> pair.count("killed", "state = 'OK'") > 5);
        Awaitility.await().atMost(Pair.PATIENCE).until(() -> !pair.unsent("one").isEmpty());
        pair.one.kill();
        var unsent = pair.unsent("one");
        var sent = sent();

        pair.awaitTakenOver(unsent);
        pair.awaitFinal("killed", RECORDS);
        assertThat(pair.documents("IN_DOUBT")).containsExactlyInAnyOrderElementsOf(sent);
        assertThat(pair.count("killed", "state = 'OK'")).isEqualTo(RECORDS - sent.size());
        assertThat(IntStream.range(0, RECORDS).map(i -> pair.placed("killed" + i)))
                .allMatch(times -> times <= 1);
    }

    /** The other's calls that are on their way end by themselves. */
    private List<String> sent() {
        return pair.ledger
                .sql("select document from record where state = 'SENT' and claimed_by like 'one#%'")
                .query(String.class)
                .list();
    }
}
