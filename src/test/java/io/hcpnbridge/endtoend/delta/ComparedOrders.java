package io.hcpnbridge.endtoend.delta;

import io.hcpnbridge.rehearsal.ErpFormat;
import io.hcpnbridge.rehearsal.RunningBridge;
import io.hcpnbridge.rehearsal.Surroundings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.util.FileSystemUtils;

/** {@code orders.list} in a folder of its own, where a document with the remark CHANGES asks for what changed. */
final class ComparedOrders {
    static final String CUSTOMER = "c1";

    /** Says what happened to an order where its service's name stands; nobody wants to hear of closed orders. */
    private static final String MAPPING =
            """
            if (.after.status == "4") null
            else
              let row = fallback(.after, .before)
              {"orderId": $row.orderId, "status": $row.status, "amountAfterDiscount": $row.amountAfterDiscount,
               "serviceName": if (.before == null) "NEW" else if (.after == null) "GONE" else "CHANGED"}
            """;

    private ComparedOrders() {}

    static void prepare(Surroundings surroundings) {
        var mappings = surroundings.folder().resolve("mappings");
        try {
            FileSystemUtils.copyRecursively(Path.of("mappings"), mappings);
            var folder = mappings.resolve("orders.list");
            Files.writeString(folder.resolve("delta.jslt"), MAPPING);
            var settings = folder.resolve("interface.yaml");
            Files.writeString(
                    settings,
                    Files.readString(settings)
                            + "delta: {row: order, when: {field: remark, is: CHANGES}, by: [customerId]}\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        surroundings.set("bridge.mappings", mappings.toUri().toString());
        surroundings.partner().customer(CUSTOMER);
    }

    static void drop(RunningBridge bridge, String document, String remark, Map<String, String> more) {
        var record = new LinkedHashMap<>(more);
        record.put("document", document);
        record.put("customerId", CUSTOMER);
        record.put("remark", remark);
        bridge.erp()
                .drop(
                        "orders.list",
                        document + ".txt",
                        ErpFormat.of("orders.list").batch("B" + document, List.of(record)));
    }

    static List<ErpFormat.Line> await(RunningBridge bridge, String document) {
        return ErpFormat.of("orders.list").read(bridge.awaitAnswer("orders.list", document + ".txt"));
    }

    /** What a document that asks for changes is answered: order and what happened to it. */
    static List<String> changes(RunningBridge bridge, String document) {
        drop(bridge, document, "CHANGES", Map.of());
        return orders(await(bridge, document));
    }

    static List<String> orders(List<ErpFormat.Line> answer) {
        return answer.stream()
                .filter(line -> line.record().equals("order"))
                .map(line -> line.get("orderId") + " " + line.get("serviceName"))
                .toList();
    }

    static String status(List<ErpFormat.Line> answer) {
        return answer.stream()
                .filter(line -> line.record().equals("result"))
                .findFirst()
                .orElseThrow()
                .get("status");
    }
}
