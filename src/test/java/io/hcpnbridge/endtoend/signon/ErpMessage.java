package io.hcpnbridge.endtoend.signon;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.hcpnbridge.json.ExactJson;
import io.hcpnbridge.rehearsal.ErpQueue;
import io.hcpnbridge.rehearsal.RunningBridge;

/** What an ERP asks for by a message. */
final class ErpMessage {
    private ErpMessage() {}

    /** What is answered to a document. */
    static JsonNode user(RunningBridge bridge, String document, String purpose, String user, String target) {
        return user(bridge.queue(), document, purpose, user, target);
    }

    /** The same by a queue of one's own. */
    static JsonNode user(ErpQueue queue, String document, String purpose, String user, String target) {
        return asked(
                queue,
                "sign-on.link",
                ExactJson.mapper()
                        .createObjectNode()
                        .put("document", document)
                        .put("purpose", purpose)
                        .put("platformUserId", user)
                        .put("target", target)
                        .put("name", "李雷")
                        .put("email", "lilei@example.com"));
    }

    /** The same of any interface. */
    static JsonNode asked(RunningBridge bridge, String interfaceName, ObjectNode record) {
        return asked(bridge.queue(), interfaceName, record);
    }

    private static JsonNode asked(ErpQueue queue, String interfaceName, ObjectNode record) {
        var message = ExactJson.mapper()
                .createObjectNode()
                .put("interface", interfaceName)
                .put("tenant", "acme")
                .put("batchNumber", "B-" + record.path("document").asText())
                .put("createdAt", "2026-11-30T08:00:00Z");
        message.putArray("records").add(record);
        var reply = queue.reply(queue.send(ExactJson.text(message)));
        return ExactJson.read(ErpQueue.text(reply)).path("results").path(0);
    }
}
