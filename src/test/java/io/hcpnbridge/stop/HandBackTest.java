package io.hcpnbridge.stop;

import static org.assertj.core.api.Assertions.assertThat;

import io.hcpnbridge.ledger.LedgerBench;
import io.hcpnbridge.ledger.RecordLedger;
import io.hcpnbridge.replica.Replicas;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** What is left at a stop goes back, on a real ledger. */
@ExtendWith(OutputCaptureExtension.class)
class HandBackTest {
    private final LedgerBench ledger = new LedgerBench(3);

    @Test
    void whatIsClaimedAndNotSentIsDueAgainAtOnce(CapturedOutput output) {
        var claimed = ledger.claim();
        var sent = ledger.claim();
        ledger.sql()
                .sql("update record set state = 'SENT' where id = ?")
                .param(sent.id())
                .update();

        of("n").stop();

        assertThat(ledger.state(claimed)).isEqualTo("DUE");
        assertThat(ledger.state(sent)).as("left to its lease").isEqualTo("SENT");
        assertThat(output).contains("1 records did not end in time and are given back");
    }

    @Test
    void whatAnotherReplicaHoldsIsItsOwn(CapturedOutput output) {
        var claimed = ledger.claim();

        of("m").stop();

        assertThat(ledger.state(claimed)).isEqualTo("CLAIMED");
        assertThat(output).doesNotContain("given back");
    }

    @Test
    void aReplicaThatWasNeverRegisteredHasNothingToGiveBack() {
        var claimed = ledger.claim();

        of(null).stop();

        assertThat(ledger.state(claimed)).isEqualTo("CLAIMED");
    }

    @Test
    void aDatabaseThatIsAwayIsOneLineAndKeepsNobodyFromStopping(CapturedOutput output) {
        ledger.claim();
        ledger.shut();

        of("n").stop();

        assertThat(output.getAll().lines().filter(line -> line.contains("HandBack")))
                .singleElement()
                .asString()
                .contains("ERROR", "Records are left to the sweep of expired claims: ")
                .doesNotContain("\tat ");
    }

    private HandBack of(String name) {
        return new HandBack(ledger.part(RecordLedger.class), Replicas.named(name));
    }
}
