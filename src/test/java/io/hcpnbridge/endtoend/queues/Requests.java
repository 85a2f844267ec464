package io.hcpnbridge.endtoend.queues;

import com.fasterxml.jackson.databind.JsonNode;
import io.hcpnbridge.json.ExactJson;
import io.hcpnbridge.rehearsal.ErpQueue;
import jakarta.jms.Message;

/** Requests as an ERP writes them. */
public final class Requests {
    private Requests() {}

    public static String detail(String document, String orderId) {
        return of(
                "orders.detail", document, "{\"document\": \"%s\", \"orderId\": \"%s\"}".formatted(document, orderId));
    }

    static String renewal(String document, String customer, String resource) {
        return of(
                "orders.renew",
                document,
                """
                {"document": "%s", "customerId": "%s", "resource1": "%s", "periodType": 2, "periodNum": 1, "expireMode": 1}\
                """
                        .formatted(document, customer, resource));
    }

    static String of(String interfaceName, String batch, String records) {
        return """
                {"interface": "%s", "tenant": "acme", "batchNumber": "%s", "createdAt": "2024-05-01T00:00:00Z", "records": [%s]}\
                """
                .formatted(interfaceName, batch, records);
    }

    static JsonNode json(Message reply) {
        return ExactJson.read(ErpQueue.text(reply));
    }

    /** The status of the only document of an answer. */
    static String status(Message reply) {
        return json(reply).at("/results/0/status").asText();
    }
}
