package io.hcpnbridge.endtoend.signon;

import com.fasterxml.jackson.databind.JsonNode;
import io.hcpnbridge.json.ExactJson;
import io.hcpnbridge.rehearsal.ErpQueue;
import io.hcpnbridge.rehearsal.RunningBridge;

/** Links as an ERP asks for them, by a message. */
final class SignOnLinkOf {
    private SignOnLinkOf() {}

    /** What is answered to a document. */
    static JsonNode user(RunningBridge bridge, String document, String purpose, String user, String target) {
        var message = ExactJson.mapper()
                .createObjectNode()
                .put("interface", "sign-on.link")
                .put("tenant", "acme")
                .put("batchNumber", "B-" + document)
                .put("createdAt", "2026-11-30T08:00:00Z");
        message.putArray("records")
                .addObject()
                .put("document", document)
                .put("purpose", purpose)
                .put("platformUserId", user)
                .put("target", target)
                .put("name", "李雷")
                .put("email", "lilei@example.com");
        var reply = bridge.queue().reply(bridge.queue().send(ExactJson.text(message)));
        return ExactJson.read(ErpQueue.text(reply)).path("results").path(0);
    }
}
