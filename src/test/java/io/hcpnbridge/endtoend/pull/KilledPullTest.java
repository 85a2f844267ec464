package io.hcpnbridge.endtoend.pull;

import static org.assertj.core.api.Assertions.assertThat;

import io.hcpnbridge.rehearsal.BridgeProcess;
import io.hcpnbridge.rehearsal.ErpFormat;
import io.hcpnbridge.rehearsal.Surroundings;
import io.hcpnbridge.standin.fault.Fault;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.time.ZoneOffset;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Killed in the middle of a pull's pages: the next start goes on where it was, no row is missing and none comes twice. */
@Tag("slow")
@Tag("kills")
class KilledPullTest {
    private static final int ORDERS = 3_000;

    @Test
    void theNextStartGoesOnWithThePageThatWasNext() throws IOException {
        var surroundings = Surroundings.start();
        var partner = surroundings.partner();
        partner.customer("c1");
        var begin = PulledOrders.day(1).atTime(1, 0).toInstant(ZoneOffset.ofHours(8));
        var orders = partner.orders("c1", ORDERS, begin, Duration.ofSeconds(1), (number, order) -> order);
        partner.faults().always(call -> true, Fault.delay(Duration.ofMillis(200)));
        PulledOrders.prepare(surroundings, "day", PulledOrders.day(1).toString());
        surroundings
                .set("work.lease", "4s")
                .set("partner.connect-timeout", "1s")
                .set("partner.response-timeout", "2s")
                .set("work.sweep-cron", "* * * * * ?");

        try (var victim = BridgeProcess.start(surroundings, "-Xmx512m")) {
            Awaitility.await()
                    .atMost(Duration.ofSeconds(60))
                    .pollInterval(Duration.ofMillis(20))
                    .until(() -> partner.journal().total() >= 10);
            victim.kill();
        }
        var before = partner.journal().total();
        assertThat(before).as("killed in the middle").isBetween(10, 25);
        partner.faults().clear();

        try (var successor = BridgeProcess.start(surroundings, "-Xmx512m")) {
            var answer = surroundings
                    .sftp()
                    .home()
                    .resolve("outbound/orders.list/" + PulledOrders.file(PulledOrders.day(1)) + ".answer");
            Awaitility.await().atMost(Duration.ofSeconds(60)).until(() -> Files.exists(answer));

            assertThat(ErpFormat.of("orders.list").read(Files.readAllBytes(answer)))
                    .filteredOn(line -> line.record().equals("order"))
                    .extracting(line -> line.get("orderId"))
                    .hasSize(ORDERS)
                    .containsExactlyInAnyOrderElementsOf(orders);
            assertThat(partner.journal().total())
                    .as("pages are not begun again")
                    .isLessThanOrEqualTo(34);
            assertThat(successor.isAlive()).isTrue();
        } finally {
            surroundings.close();
        }
    }
}
