package io.hcpnbridge.work;

import io.hcpnbridge.exchange.ExchangeKeeper;
import io.hcpnbridge.ledger.AttemptIntent;
import io.hcpnbridge.ledger.AttemptLedger;
import io.hcpnbridge.log.LogContext;
import io.hcpnbridge.partner.Effect;
import io.hcpnbridge.partner.PartnerCall;
import io.hcpnbridge.partner.PartnerRequest;
import io.hcpnbridge.partner.Precedence;
import io.hcpnbridge.replica.Replica;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import org.springframework.stereotype.Component;

/** Calls for records, none of which is sent before the ledger knows of it. */
@Component
class AnnouncedCalls {
    private final AttemptLedger attempts;
    private final Replica replica;
    private final ClaimedWork claimed;
    private final ExchangeKeeper exchanges;

    AnnouncedCalls(AttemptLedger attempts, Replica replica, ClaimedWork claimed, ExchangeKeeper exchanges) {
        this.attempts = attempts;
        this.replica = replica;
        this.claimed = claimed;
        this.exchanges = exchanges;
    }

    PartnerCall of(Work work, PartnerRequest request) {
        var token = UUID.randomUUID();
        var tried = new AtomicBoolean();
        return PartnerCall.of(work.record().tenant(), request, () -> open(work, request, token, tried.getAndSet(true)))
                .goingAs(precedence(work, request));
    }

    private static Precedence precedence(Work work, PartnerRequest request) {
        return switch (work.record().urgency()) {
            case MESSAGE -> Precedence.MESSAGE;
            case FILE -> request.effect() == Effect.READ ? Precedence.READ : Precedence.WRITE;
            case PULL -> Precedence.PULL;
        };
    }

    /**
     * Commits what is about to be sent; after this a write may have reached the partner, whatever happens to us.
     *
     * @param again whether that was tried before, with or without success
     */
    private Duration open(Work work, PartnerRequest request, UUID token, boolean again) {
        if (!work.attempts().isEmpty()) {
            throw new IllegalStateException("The call before has not been ended");
        }
        var intent = new AttemptIntent(
                request.api(),
                request.endpointText(),
                work.generation() == null ? null : work.generation().text(),
                request.effect() != Effect.READ,
                request.effect().mayBeRepeated(),
                request.bodyHash(),
                exchanges.sent(request, token, work.oneTimeCodes()));
        // Under no name nothing can be announced.
        var name = replica.name().orElse("");
        var time = claimed.claimTime();
        var opened = again
                ? attempts.openAgain(work.records(), intent, token, name, time)
                : attempts.open(work.records(), intent, token, name, time);
        work.open(opened, token);
        LogContext.addAttempt(opened.get(0));
        return claimed.sendTime();
    }
}
