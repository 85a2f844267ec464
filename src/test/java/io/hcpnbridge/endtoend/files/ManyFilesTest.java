package io.hcpnbridge.endtoend.files;

import static io.hcpnbridge.endtoend.files.Documents.detail;
import static org.assertj.core.api.Assertions.assertThat;

import io.hcpnbridge.rehearsal.ErpFormat;
import io.hcpnbridge.rehearsal.RunningBridge;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.boot.actuate.health.HealthEndpoint;
import org.springframework.boot.actuate.health.Status;

/**
 * A weekend's worth of files waits: they are taken in one after the other, and the adapter is well all the time. With
 * {@code -Dwaiting.files=1000} it tells how long a thousand take.
 */
@Tag("slow")
@Tag("volume")
class ManyFilesTest {
    private static final int FILES = Integer.getInteger("waiting.files", 300);
    private static final String DETAIL = "orders.detail";

    @Test
    void waitingFilesAreTakenInWhileHealthIsUp() throws IOException {
        var format = ErpFormat.of(DETAIL);
        try (var bridge = RunningBridge.start(surroundings -> surroundings
                .set("erp.sftp.poll-interval", "3000")
                .set("erp.sftp.silence", "8s")
                .set("work.workers", "1"))) {
            var health = bridge.bridge().bean(HealthEndpoint.class);
            Awaitility.await().atMost(Duration.ofSeconds(60)).until(() -> isUp(health));
            var folder = bridge.surroundings().sftp().home().resolve("inbound/" + DETAIL);
            for (int file = 0; file < FILES; file++) {
                var batch = "M" + file;
                var records = IntStream.range(0, 10)
                        .mapToObj(line -> detail(batch + "-" + line, "CS1"))
                        .toList();
                Files.write(folder.resolve(batch + ".txt"), format.batch(batch, records));
            }

            var begun = System.nanoTime();
            Awaitility.await().atMost(Duration.ofMinutes(4)).until(() -> {
                assertThat(isUp(health)).isTrue();
                return taken(bridge) == FILES;
            });
            System.getLogger("ManyFilesTest")
                    .log(
                            System.Logger.Level.INFO,
                            "{0} files in {1} s",
                            FILES,
                            (System.nanoTime() - begun) / 1_000_000_000);
        }
    }

    private static boolean isUp(HealthEndpoint health) {
        return health.healthForPath("erpSftp").getStatus().equals(Status.UP);
    }

    private static int taken(RunningBridge bridge) {
        return bridge.ledger()
                .sql("select count(*) from batch where verdict = 'ACCEPTED'")
                .query(Integer.class)
                .single();
    }
}
