package io.hcpnbridge.portal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.hcpnbridge.json.ExactJson;
import io.hcpnbridge.ledger.BindingLedger;
import io.hcpnbridge.ledger.BindingNotice;
import io.hcpnbridge.ledger.EventAudience;
import io.hcpnbridge.saml.RefusedMessageException;
import io.hcpnbridge.text.Sha256;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The partner tells of an account that was bound (the manual's notification of binding results): signed, and kept as often as it changed. What its
 * actions other than 1 mean is not known; they are kept and logged. What it expects as an answer is not known either: it gets an empty object.
 */
final class TakeNotice implements Endpoint {
    private static final Logger LOG = LoggerFactory.getLogger(TakeNotice.class);
    private static final Told TAKEN = new Told(200, "application/json", Map.of(), "{}");

    private final BindingLedger ledger;
    private final EventAudience audience;
    private final Supplier<Portal> portal;
    private final Gate gate;
    private final Refusals refusals;

    TakeNotice(BindingLedger ledger, EventAudience audience, Supplier<Portal> portal, Gate gate, Refusals refusals) {
        this.ledger = ledger;
        this.audience = audience;
        this.portal = portal;
        this.gate = gate;
        this.refusals = refusals;
    }

    @Override
    public Told answer(Asked asked) throws RefusedMessageException, BusyException {
        var text = new String(portal.get().notices().read(asked.query()), StandardCharsets.UTF_8);
        var content = object(text);
        if (content.isEmpty()) {
            refusals.note("NOTICE", "a notice of the partner that is no JSON object");
            return Told.nothing(400);
        }
        gate.passOfPartner();
        keep(asked.tenant(), notice(text, content.get()));
        return TAKEN;
    }

    private void keep(String tenant, BindingNotice notice) {
        var number = ledger.keep(tenant, notice, audience.hears(tenant));
        if (number.isEmpty()) {
            LOG.info("{}: a notice of a binding came once more", tenant);
        } else if (notice.tellsOfABinding()) {
            LOG.info("{}: customer {} is bound (notice {})", tenant, notice.customerId(), number.get());
        } else {
            LOG.warn("{}: notice {} has an action that is not known: {}", tenant, number.get(), notice.action());
        }
    }

    private static Optional<ObjectNode> object(String text) {
        try {
            var read = ExactJson.mapper().readTree(text);
            return read instanceof ObjectNode object ? Optional.of(object) : Optional.empty();
        } catch (JsonProcessingException e) {
            return Optional.empty();
        }
    }

    private static BindingNotice notice(String came, ObjectNode content) {
        var action = content.path("bindAction");
        return new BindingNotice(
                Sha256.hex(came),
                content,
                action.canConvertToInt() ? Integer.valueOf(action.intValue()) : null,
                text(content.path("domainId")),
                text(content.path("domainName")),
                text(content.path("xUserId")));
    }

    private static String text(JsonNode value) {
        return value.isValueNode()
                        && !value.isNull()
                        && !value.asText().isBlank()
                        && value.asText().length() <= 256
                ? value.asText().replace('\0', ' ')
                : null;
    }
}
