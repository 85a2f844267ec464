package io.hcpnbridge.portal;

import io.hcpnbridge.ledger.SignOnLedger;
import io.hcpnbridge.saml.RefusedMessageException;
import io.hcpnbridge.saml.SigningKey;
import java.util.Map;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The partner has sent a browser here to hear who is there: it is told once for each link. */
final class AnswerRequest implements Endpoint {
    private static final Logger LOG = LoggerFactory.getLogger(AnswerRequest.class);

    private final SignOnLedger ledger;
    private final Supplier<Portal> portal;
    private final Supplier<SigningKey> key;
    private final Map<String, String> attributes;
    private final Gate gate;
    private final Pages pages;
    private final Refusals refusals;

    AnswerRequest(
            SignOnLedger ledger,
            Supplier<Portal> portal,
            Supplier<SigningKey> key,
            Map<String, String> attributes,
            Gate gate,
            Pages pages,
            Refusals refusals) {
        this.ledger = ledger;
        this.portal = portal;
        this.key = key;
        this.attributes = attributes;
        this.gate = gate;
        this.pages = pages;
        this.refusals = refusals;
    }

    @Override
    public Told answer(Asked asked) throws RefusedMessageException, BusyException {
        var tenant = portal.get().tenants().get(asked.tenant());
        var request = tenant.requests().signOn(asked.query());
        if (asked.session().isPresent()) {
            gate.pass(asked.session().get());
        }
        var link = asked.session().flatMap(session -> ledger.use(asked.tenant(), session.hash(), request.id()));
        if (link.isEmpty()) {
            refusals.note(
                    "SESSION", "a request without a session of a link that can be used, or one that was answered");
            return pages.closed(403, asked.chinese(), FollowLink.DEAD);
        }
        LOG.info(
                "{}: {} signs somebody on for {}",
                asked.tenant(),
                link.get(),
                link.get().target());
        var person = Personal.of(attributes, link.get().person(), tenant.partnerId());
        return pages.handover(
                asked.chinese(),
                request.consumer().toString(),
                tenant.responses().assertion(request, person, key.get()),
                request.relayState());
    }
}
