package io.hcpnbridge.stop;

import static org.assertj.core.api.Assertions.assertThat;

import io.hcpnbridge.ledger.LedgerBench;
import io.hcpnbridge.ledger.RecordLedger;
import io.hcpnbridge.replica.Replicas;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.support.GenericApplicationContext;

/** A stop that hangs ends nevertheless, all but the last instant of it. */
class LastResortTest {
    private static final Duration SOON = Duration.ofMillis(100);
    private static final Duration NEVER = Duration.ofHours(1);

    private final CountDownLatch ended = new CountDownLatch(1);
    private final CompletableFuture<String> handedBack = new CompletableFuture<>();

    @Test
    void whatIsClaimedIsGivenBackBeforeTheProcessEnds() throws Exception {
        var ledger = new LedgerBench(1);
        var claimed = ledger.claim();
        var handBack = new HandBack(ledger.part(RecordLedger.class), Replicas.named("n"));
        var resort = new LastResort(handBack, SOON, NEVER, () -> handedBack.complete(ledger.state(claimed)));

        closed(resort, "SpringApplicationShutdownHook");

        assertThat(handedBack.get(20, TimeUnit.SECONDS)).isEqualTo("DUE");
    }

    @Test
    void aLedgerThatHangsDoesNotKeepTheProcess() throws Exception {
        var ledger = new LedgerBench(1);
        ledger.claim();
        var handBack = new HandBack(ledger.part(RecordLedger.class), Replicas.named("n"));
        try (var other = ledger.part(DataSource.class).getConnection()) {
            other.setAutoCommit(false);
            other.createStatement().execute("lock table record");
            var resort = new LastResort(handBack, Duration.ZERO, SOON, ended::countDown);

            closed(resort, "SpringApplicationShutdownHook");

            assertThat(ended.await(20, TimeUnit.SECONDS)).isTrue();
        }
    }

    @Test
    void anApplicationThatIsClosedOtherwiseDoesNotTakeItsProcessAlong() throws Exception {
        var resort = new LastResort(null, Duration.ZERO, Duration.ZERO, ended::countDown);

        closed(resort, "main");

        assertThat(ended.await(200, TimeUnit.MILLISECONDS)).isFalse();
    }

    private static void closed(LastResort resort, String thread) throws InterruptedException {
        var closing = new Thread(
                () -> resort.onApplicationEvent(new ContextClosedEvent(new GenericApplicationContext())), thread);
        closing.start();
        closing.join();
    }
}
