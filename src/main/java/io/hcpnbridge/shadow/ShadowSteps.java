package io.hcpnbridge.shadow;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.hcpnbridge.config.LeavesForRoutes;
import io.hcpnbridge.ledger.Conclusion;
import io.hcpnbridge.ledger.ShadowLedger;
import io.hcpnbridge.ledger.ShadowRead;
import io.hcpnbridge.outcome.Conclusions;
import io.hcpnbridge.partner.Effect;
import io.hcpnbridge.partner.PartnerCall;
import io.hcpnbridge.partner.call.LaneSlots;
import io.hcpnbridge.partner.settings.PartnerSettings;
import io.hcpnbridge.replica.InHand;
import io.hcpnbridge.replica.Replica;
import io.hcpnbridge.request.MappedRequest;
import io.hcpnbridge.request.Sight;
import io.hcpnbridge.stop.Stopping;
import io.hcpnbridge.version.MappingVersions;
import io.hcpnbridge.work.WorkProperties;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.Semaphore;
import org.apache.camel.Body;
import org.apache.camel.Exchange;
import org.apache.camel.support.SynchronizationAdapter;
import org.springframework.stereotype.Component;

/** How a read is asked of the other generation as well: claimed, mapped, called like any other read, mapped back, compared. */
@LeavesForRoutes({"shadow", "next"})
@Component("shadowSteps")
public class ShadowSteps {
    private final ShadowLedger ledger;
    private final MappingVersions mappings;
    private final ShadowCalls calls;
    private final ShadowJudge judge;
    private final LaneSlots slots;
    private final Sight sight;
    private final Conclusions conclusions;
    private final Replica replica;
    private final InHand inHand;
    private final Stopping stopping;
    private final CutoverProperties settings;
    private final Semaphore places;

    ShadowSteps(
            ShadowLedger ledger,
            MappingVersions mappings,
            ShadowCalls calls,
            ShadowJudge judge,
            LaneSlots slots,
            PartnerSettings partner,
            WorkProperties work,
            Replica replica,
            InHand inHand,
            Stopping stopping,
            CutoverProperties settings) {
        this.ledger = ledger;
        this.mappings = mappings;
        this.calls = calls;
        this.judge = judge;
        this.slots = slots;
        this.sight = new Sight(partner, Clock.systemUTC());
        this.conclusions = new Conclusions(work.maxSteps(), work.maxRestarts());
        this.replica = replica;
        this.inHand = inHand;
        this.stopping = stopping;
        this.settings = settings;
        this.places = new Semaphore(settings.atATime());
    }

    /** Claims reads to be compared, no more than may be under way. None any more when the adapter stops. */
    public List<ShadowRead> claim() {
        var room = places.drainPermits();
        List<ShadowRead> found = List.of();
        try {
            if (room > 0 && !stopping.hasBegun()) {
                found = replica.name()
                        .map(name -> ledger.claim(room, name, inHand.claimTime()))
                        .orElse(found);
            }
        } finally {
            places.release(room - found.size());
        }
        return found;
    }

    /** Puts a claimed read on the way. */
    public void begin(@Body ShadowRead read, Exchange exchange) {
        exchange.getExchangeExtension().addOnCompletion(new SynchronizationAdapter() {
            @Override
            public void onDone(Exchange done) {
                places.release();
            }
        });
        var record = read.record();
        new Shadow(read, mappings.of(record.interfaceName(), record.mappingVersion())).putOn(exchange);
        exchange.getMessage().setBody(null);
    }

    /** Whether one more call is to be made. */
    public boolean goesOn(Exchange exchange) {
        return Shadow.of(exchange).beginTurn();
    }

    /** Maps to the next call. The property {@code next} becomes {@code call}; or {@code none}, where the mapping knows that there is nothing to ask. */
    public void mapRequest(Exchange exchange) {
        exchange.setProperty("next", "none");
        var shadow = Shadow.of(exchange);
        var mapped = shadow.mapping().request(shadow.reading().generation(), input(shadow));
        if (mapped.hasNonNull("refusal")) {
            shadow.reading().refuse();
            judge.goOn(shadow);
            return;
        }
        var call = calls.of(shadow, MappedRequest.of(shadow.mapping(), mapped));
        shadow.ask(call);
        call.putOn(exchange);
        exchange.setProperty("next", "call");
    }

    /** What the call means: an answer is mapped; anything else lets the read wait, or ends it. */
    public void mapResponse(Exchange exchange) {
        var shadow = Shadow.of(exchange);
        calls.close(shadow);
        var judgement = shadow.call().judgement();
        switch (judgement.verdict()) {
            case SUCCESS, REFUSED -> {
                if (shadow.reading().conclude(conclusion(shadow, shadow.call())) > settings.mostRows()) {
                    judge.skipLong(shadow);
                } else {
                    judge.goOn(shadow);
                }
            }
            case THROTTLED -> {
                if (judgement.httpStatus() != null) {
                    slots.slowDown(
                            shadow.call().tenant(), shadow.call().request().api());
                }
                judge.wait(shadow, false);
            }
            case UNREACHABLE, UNAUTHENTICATED -> judge.wait(shadow, true);
            case FAILED, IN_DOUBT -> judge.failed(shadow, judgement.text());
        }
    }

    private Conclusion conclusion(Shadow shadow, PartnerCall call) {
        var reading = shadow.reading();
        var seen = Sight.after(input(shadow), call.judgement(), call.answer());
        var mapped = Conclusions.mapped(shadow.mapping(), reading.generation(), seen);
        var asked = new Conclusions.Asked(shadow.mapping(), List.of(reading.record()), Effect.READ);
        return conclusions.of(asked, call.judgement(), mapped).get(0);
    }

    private ObjectNode input(Shadow shadow) {
        var record = shadow.reading().record();
        return sight.of(shadow.mapping(), record.tenant(), List.of(record.content()), record.cursor());
    }
}
