package io.hcpnbridge.endtoend.pull;

import static org.assertj.core.api.Assertions.assertThat;

import io.hcpnbridge.rehearsal.ErpClient;
import io.hcpnbridge.rehearsal.ErpFormat;
import io.hcpnbridge.rehearsal.RunningBridge;
import io.hcpnbridge.rehearsal.Surroundings;
import io.hcpnbridge.standin.call.Api;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Nobody waits for a pull, but it does not wait for the end of all files. */
@Tag("slow")
@Tag("pulls")
class PulledBesideFilesTest {
    private static final int FILE = 300;

    @Test
    void aPullHasItsShareOfTheCallsWhileAFileOfTheSameInterfaceIsUnderWay() {
        try (var bridge = RunningBridge.start(PulledBesideFilesTest::prepare)) {
            PulledOrders.answer(bridge, PulledOrders.day(1));

            var calls = bridge.partner().journal().calls(Api.NEW_LIST).stream()
                    .map(call -> call.target().contains("customer_id=c1"))
                    .toList();
            assertThat(calls).as("calls of the file and of the pull").contains(true, false);
            assertThat(bridge.ledger()
                            .sql("select count(*) from record where state = 'DUE'")
                            .query(Integer.class)
                            .single())
                    .as("the file is not done")
                    .isPositive();
        }
    }

    private static void prepare(Surroundings surroundings) {
        surroundings.partner().customer("c1");
        PulledOrders.prepare(surroundings, "day", PulledOrders.day(1).toString());
        var records = IntStream.range(0, FILE)
                .mapToObj(n -> Map.of("document", "F" + n, "customerId", "c1"))
                .toList();
        try (var erp = ErpClient.connect(surroundings.sftp())) {
            erp.drop("orders.list", "long.txt", ErpFormat.of("orders.list").batch("LONG", records));
        }
        surroundings.set("partner.quotas.list-orders-new", "5");
    }
}
