package io.hcpnbridge.endtoend.pull;

import static org.assertj.core.api.Assertions.assertThat;

import io.hcpnbridge.rehearsal.Bridge;
import io.hcpnbridge.rehearsal.BridgeProcess;
import io.hcpnbridge.rehearsal.Surroundings;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Two replicas, one in a process of its own, on one database: each period is pulled by one of them, once. */
@Tag("slow")
@Tag("replicas")
class TwoReplicasPullTest {
    private static final int HOURS = 20;
    private static final DateTimeFormatter NAME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH").withZone(ZoneOffset.ofHours(8));

    @Test
    void eachPeriodIsPulledOnce() {
        var surroundings = Surroundings.start();
        var ledger = JdbcClient.create(surroundings.database().dataSource());
        surroundings.partner().customer("c1");
        var since = Instant.now().truncatedTo(ChronoUnit.HOURS).minus(Duration.ofHours(HOURS));
        PulledOrders.prepare(surroundings, "hour", NAME.format(since));

        try (var one = BridgeProcess.start(surroundings, "-Xmx512m");
                var other = Bridge.start(surroundings)) {
            Awaitility.await()
                    .atMost(Duration.ofSeconds(90))
                    .until(() -> count(ledger, "select count(*) from arrival where delivered_at is not null") >= HOURS);

            Awaitility.await()
                    .untilAsserted(() -> assertThat(PulledOrders.periods(ledger).subList(0, HOURS))
                            .containsExactlyElementsOf(IntStream.range(0, HOURS)
                                    .mapToObj(hour -> NAME.format(since.plus(Duration.ofHours(hour))) + " DONE")
                                    .toList()));
            assertThat(count(ledger, "select count(*) from batch"))
                    .isEqualTo(count(ledger, "select count(*) from pull_period"))
                    .isEqualTo(count(ledger, "select count(distinct document) from record"))
                    .isEqualTo(count(ledger, "select count(*) from attempt"));
            assertThat(one.isAlive()).isTrue();
            assertThat(other.console()).isNotNull();
            assertThat(outbound(surroundings)).isDirectory();
        } finally {
            surroundings.close();
        }
    }

    private static Path outbound(Surroundings surroundings) {
        return surroundings.sftp().home().resolve("outbound/orders.list");
    }

    private static int count(JdbcClient ledger, String query) {
        return ledger.sql(query).query(Integer.class).single();
    }
}
