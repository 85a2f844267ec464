package io.hcpnbridge.shadow;

import io.hcpnbridge.exchange.ExchangeKeeper;
import io.hcpnbridge.ledger.AttemptIntent;
import io.hcpnbridge.ledger.Placement;
import io.hcpnbridge.ledger.ShadowLedger;
import io.hcpnbridge.partner.Effect;
import io.hcpnbridge.partner.PartnerCall;
import io.hcpnbridge.partner.PartnerRequest;
import io.hcpnbridge.partner.Precedence;
import io.hcpnbridge.replica.InHand;
import io.hcpnbridge.replica.Replica;
import io.hcpnbridge.work.CallListener;
import io.hcpnbridge.work.CallOutcome;
import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** The calls of shadow reads: in the ledger and in the document's story like all others, and behind all others in the quota. */
@Component
class ShadowCalls {
    private final ShadowLedger ledger;
    private final ExchangeKeeper exchanges;
    private final Replica replica;
    private final InHand inHand;
    private final ObjectProvider<CallListener> listeners;

    ShadowCalls(
            ShadowLedger ledger,
            ExchangeKeeper exchanges,
            Replica replica,
            InHand inHand,
            ObjectProvider<CallListener> listeners) {
        this.ledger = ledger;
        this.exchanges = exchanges;
        this.replica = replica;
        this.inHand = inHand;
        this.listeners = listeners;
    }

    /** @throws IllegalStateException if the request is no read: a write is never made twice, to compare least of all */
    PartnerCall of(Shadow shadow, PartnerRequest request) {
        if (request.effect() != Effect.READ) {
            throw new IllegalStateException(shadow + " only reads");
        }
        var token = UUID.randomUUID();
        return PartnerCall.of(shadow.read().record().tenant(), request, () -> open(shadow, request, token))
                .goingAs(Precedence.PULL);
    }

    private Duration open(Shadow shadow, PartnerRequest request, UUID token) {
        var intent = new AttemptIntent(
                request.api(),
                request.endpointText(),
                shadow.reading().generation().text(),
                false,
                true,
                request.bodyHash(),
                exchanges.sent(request, token, Set.of()));
        // Under no name nothing can be announced.
        var name = replica.name().orElse("");
        shadow.open(ledger.open(shadow.read(), intent, token, name, inHand.claimTime()), token);
        return inHand.claimTime();
    }

    /** Notes the outcome of the call, if it was announced. */
    void close(Shadow shadow) {
        if (shadow.attempt() == null) {
            return;
        }
        var call = shadow.call();
        var received = call.trace()
                .received()
                .map(answer -> exchanges.received(answer, shadow.token(), Set.of()))
                .orElse(null);
        ledger.close(shadow.read(), shadow.attempt(), CallOutcome.of(call, Placement.ANSWERED, received));
        listeners.forEach(
                listener -> listener.ended(call, shadow.reading().generation().text()));
    }
}
