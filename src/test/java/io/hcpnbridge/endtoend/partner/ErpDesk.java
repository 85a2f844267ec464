package io.hcpnbridge.endtoend.partner;

import io.hcpnbridge.rehearsal.ErpFormat;
import io.hcpnbridge.rehearsal.RunningBridge;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;

/** The clerk at the ERP: writes batches of any tenant, waits for the answers and reads them. */
final class ErpDesk {
    private final RunningBridge bridge;
    private final AtomicInteger numbers = new AtomicInteger();

    ErpDesk(RunningBridge bridge) {
        this.bridge = bridge;
    }

    /** A file that was dropped. */
    record Dropped(String interfaceName, String file) {}

    Answer ask(String tenant, String interfaceName, List<Map<String, String>> records) {
        return await(drop(tenant, interfaceName, records));
    }

    Answer ask(String tenant, String interfaceName, Map<String, String> record) {
        return ask(tenant, interfaceName, List.of(record));
    }

    Dropped drop(String tenant, String interfaceName, List<Map<String, String>> records) {
        var number = "B" + numbers.incrementAndGet();
        var format = ErpFormat.of(interfaceName);
        var file = number + "." + format.extension();
        bridge.erp().drop(interfaceName, file, format.batch(tenant, number, records, totals(interfaceName, records)));
        return new Dropped(interfaceName, file);
    }

    Answer await(Dropped dropped) {
        var answer = bridge.awaitAnswer(dropped.interfaceName(), dropped.file());
        return new Answer(ErpFormat.of(dropped.interfaceName()).read(answer));
    }

    /** The second answer: what was decided later. */
    Answer awaitFinal(Dropped dropped) {
        var answer = Awaitility.await("the last answer to " + dropped.file())
                .atMost(Duration.ofSeconds(60))
                .until(() -> bridge.erp().lastAnswer(dropped.interfaceName(), dropped.file()), Optional::isPresent)
                .orElseThrow();
        return new Answer(ErpFormat.of(dropped.interfaceName()).read(answer));
    }

    /** A renewal of resources by one month that is paid at once. */
    static Map<String, String> renewal(String document, String customer, int expireMode, String... resources) {
        var record = new LinkedHashMap<String, String>();
        record.put("document", document);
        record.put("customerId", customer);
        for (int i = 0; i < resources.length; i++) {
            record.put("resource" + (i + 1), resources[i]);
        }
        record.put("periodType", "2");
        record.put("periodNum", "1");
        record.put("expireMode", String.valueOf(expireMode));
        record.put("autoPay", "Y");
        return record;
    }

    private static Map<String, String> totals(String interfaceName, List<Map<String, String>> records) {
        return interfaceName.equals("orders.renew")
                ? Map.of(
                        "periodTotal",
                        String.valueOf(records.stream()
                                .mapToInt(record -> Integer.parseInt(record.get("periodNum")))
                                .sum()))
                : Map.of();
    }
}
