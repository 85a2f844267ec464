package io.hcpnbridge.work;

import io.hcpnbridge.ledger.AttemptLedger;
import io.hcpnbridge.ledger.AttemptOutcome;
import io.hcpnbridge.ledger.ClaimedRecord;
import io.hcpnbridge.ledger.Conclusion;
import io.hcpnbridge.ledger.PauseLedger;
import io.hcpnbridge.ledger.RecordLedger;
import io.hcpnbridge.ledger.RecordState;
import io.hcpnbridge.partner.judgement.Judgement;
import io.hcpnbridge.partner.judgement.Verdict;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangeProperty;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** How a step ends when there is no answer to map: wait, try again, give up, refuse, or leave in doubt. */
@Component("settlement")
public class Settlement {
    private static final Logger LOG = LoggerFactory.getLogger(Settlement.class);
    private static final AttemptOutcome NOT_JUDGED =
            new AttemptOutcome("failed", false, null, RecordSteps.OUTCOME_UNKNOWN, null, null);

    private final RecordLedger records;
    private final AttemptLedger attempts;
    private final PauseLedger pauses;
    private final CredentialRest credentials;
    private final WorkProperties settings;

    Settlement(
            RecordLedger records,
            AttemptLedger attempts,
            PauseLedger pauses,
            CredentialRest credentials,
            WorkProperties settings) {
        this.records = records;
        this.attempts = attempts;
        this.pauses = pauses;
        this.credentials = credentials;
        this.settings = settings;
    }

    /** Puts the record back without a call while its credential rests, or answers it when that is hopeless; says so. */
    public boolean waitForCredential(Exchange exchange) {
        var work = Work.of(exchange);
        var rest = credentials.of(work);
        rest.ifPresent(found -> {
            if (credentials.isHopeless(found) && !work.record().pending()) {
                var text = "Not sent: the partner did not accept the " + CredentialRest.scope(work) + " "
                        + found.strikes() + " times in a row";
                settleWithWhatIsLeft(exchange, RecordState.FAILED, found.reason(), text);
            } else {
                conclude(exchange, new Conclusion.Postpone(spread(credentials.wait(found)), false));
            }
        });
        return rest.isPresent();
    }

    /** Whether the record can be put back: no write is on its way. */
    public boolean noWriteIsOpen(Exchange exchange) {
        return !Work.of(exchange).writeIsOpen();
    }

    /** Puts the record back without a call while the route that comes next is stopped. */
    public void waitForRoute(Exchange exchange) {
        LOG.warn("{} waits: a route on its way is stopped", Work.of(exchange));
        conclude(exchange, new Conclusion.Postpone(spread(settings.routePause()), false));
    }

    /** HTTP 429: lets the whole lane rest. No failure of the record. */
    public void slowLaneDown(@ExchangeProperty("judgement") Judgement judgement, Exchange exchange) {
        var record = Work.of(exchange).record();
        var scope = PauseLedger.lane(record.interfaceName());
        var asked = judgement.retryAfterSeconds();
        var first = longer(settings.throttlePause(), Duration.ofSeconds(asked == null ? 0 : asked));
        var longest = longer(first, settings.throttlePauseLongest());
        var rest = pauses.pause(record.tenant(), scope, first, longest, judgement.code(), false)
                .remaining();
        LOG.info("{}: the partner throttles {}; the lane rests for {}", record.tenant(), record.interfaceName(), rest);
        conclude(exchange, new Conclusion.Postpone(spread(rest), false));
    }

    /** No connection, nothing was sent: the lane rests and its records wait, however long it takes. */
    public void waitForPartner(@ExchangeProperty("judgement") Judgement judgement, Exchange exchange) {
        var record = Work.of(exchange).record();
        var rest = pauses.pause(
                        record.tenant(),
                        PauseLedger.lane(record.interfaceName()),
                        settings.backoffFirst(),
                        settings.backoffLongest(),
                        judgement.code(),
                        false)
                .remaining();
        LOG.error(
                "{}: the partner cannot be reached ({}); {} waits for {}",
                record.tenant(),
                judgement.code(),
                record.interfaceName(),
                rest);
        conclude(exchange, new Conclusion.Postpone(spread(rest), false));
    }

    /** The partner does not accept the credential: lets it rest, as keys that fail repeatedly are locked. */
    public void restCredential(@ExchangeProperty("judgement") Judgement judgement, Exchange exchange) {
        var work = Work.of(exchange);
        if (judgement.clockCorrected() && work.record().tries() + 1 < settings.credentialTries()) {
            credentials.end(work);
            conclude(exchange, new Conclusion.Postpone(Duration.ZERO, true));
            return;
        }
        var rest = credentials.begin(work, judgement);
        LOG.error(
                "{}: the partner does not accept the {} ({}): check the keys; it rests for {}",
                work.record().tenant(),
                CredentialRest.scope(work),
                judgement.code(),
                rest.remaining());
        var tries = credentials.isHopeless(rest) ? 0 : settings.credentialTries();
        tryAgainOrGiveUp(exchange, judgement, tries, spread(credentials.wait(rest)));
    }

    /** A technical failure that changed nothing at the partner: tries again later, a limited number of times. */
    public void tryAgainLater(@ExchangeProperty("judgement") Judgement judgement, Exchange exchange) {
        var failures = Work.of(exchange).record().tries();
        var backoff = new Backoff(settings.backoffFirst(), settings.backoffLongest());
        tryAgainOrGiveUp(exchange, judgement, settings.tries(), backoff.after(failures));
    }

    /** A write whose outcome is unknown: never sent again by itself; the ERP and the operator are told. */
    public void leaveInDoubt(@ExchangeProperty("judgement") Judgement judgement, Exchange exchange) {
        LOG.error("{} is IN_DOUBT: {}", Work.of(exchange), judgement.code());
        settle(exchange, RecordState.IN_DOUBT, judgement.code(), judgement.text());
    }

    /** The partner API does not offer what the record asks for; nothing was sent. */
    public void refuseUnavailable(@ExchangeProperty("refusal") String reason, Exchange exchange) {
        refuse(exchange, "BRIDGE.NOT_AVAILABLE", reason);
    }

    /** Content and configuration contradict each other about the generation; nothing was sent. */
    public void refuseGeneration(@ExchangeProperty("refusal") String reason, Exchange exchange) {
        refuse(exchange, "BRIDGE.GENERATION_CONFLICT", reason);
    }

    /** The record contradicts itself; nothing was sent. */
    public void refuseImpossible(@ExchangeProperty("generationReasons") String reasons, Exchange exchange) {
        refuse(exchange, "BRIDGE.IMPOSSIBLE_RECORD", reasons);
    }

    /** Something went wrong in the adapter itself. Honest about what may have happened at the partner. */
    public void settleFailure(Exchange exchange) {
        var work = Work.of(exchange);
        var cause = exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Exception.class);
        LOG.error("{} could not be worked on", work, cause);
        var code = cause instanceof UnfitAnswerException ? "BRIDGE.ANSWER_UNFIT" : "BRIDGE.INTERNAL_ERROR";
        var text = cause instanceof UnfitAnswerException ? cause.getMessage() : "The adapter failed; see its log";
        var judgement = exchange.getProperty("judgement", Judgement.class);
        if (!work.writeIsOpen()) {
            settleWithWhatIsLeft(exchange, RecordState.FAILED, code, text);
        } else if (judgement == null || !judgement.outcomeKnown()) {
            settle(exchange, RecordState.IN_DOUBT, code, text);
        } else if (judgement.verdict() == Verdict.SUCCESS) {
            settle(exchange, RecordState.PARTIAL, code, "The partner has carried it out, but: " + text);
        } else {
            settleWithWhatIsLeft(exchange, RecordState.REFUSED, judgement.code(), judgement.text() + "; " + text);
        }
    }

    /**
     * Ends the step in the ledger, each record of the work with its own conclusion, with the outcome of the call if there was one;
     * true if one more call is to be made.
     */
    boolean conclude(Exchange exchange, List<Conclusion> conclusions) {
        var work = Work.of(exchange);
        if (work.attempts().isEmpty()) {
            records.conclude(work.records(), conclusions);
        } else {
            wentThrough(exchange, work);
            attempts.close(work.attempts(), outcome(exchange), work.records(), conclusions);
        }
        work.goOn(conclusions);
        return conclusions.get(0).state() == RecordState.CLAIMED;
    }

    private void conclude(Exchange exchange, Conclusion forAll) {
        conclude(exchange, Collections.nCopies(Work.of(exchange).records().size(), forAll));
    }

    /** The partner's yes or no shows that lane and credential are all right. */
    private void wentThrough(Exchange exchange, Work work) {
        var judgement = exchange.getProperty("judgement", Judgement.class);
        if (judgement != null && (judgement.verdict() == Verdict.SUCCESS || judgement.verdict() == Verdict.REFUSED)) {
            pauses.lift(work.record().tenant(), PauseLedger.lane(work.record().interfaceName()));
            credentials.end(work);
        }
    }

    private void tryAgainOrGiveUp(Exchange exchange, Judgement judgement, int tries, Duration delay) {
        var work = Work.of(exchange);
        var record = work.record();
        if (record.tries() + 1 < tries) {
            conclude(exchange, new Conclusion.Postpone(delay, true));
        } else if (record.pending()) {
            LOG.error("{}: the partner's decision cannot be asked for ({}); tried again later", work, judgement.code());
            conclude(exchange, new Conclusion.Postpone(spread(settings.backoffLongest()), false));
        } else {
            LOG.error("{} is given up after {} tries: {}", work, record.tries() + 1, judgement.code());
            settleWithWhatIsLeft(exchange, RecordState.FAILED, judgement.code(), judgement.text());
        }
    }

    private void refuse(Exchange exchange, String code, String text) {
        settleWithWhatIsLeft(exchange, RecordState.REFUSED, code, text);
    }

    private void settle(Exchange exchange, RecordState state, String code, String text) {
        settle(exchange, record -> state, code, text);
    }

    /** A record of which a write has succeeded is never answered as if nothing had happened. */
    private void settleWithWhatIsLeft(Exchange exchange, RecordState otherwise, String code, String text) {
        settle(exchange, record -> record.placed() ? RecordState.PARTIAL : otherwise, code, text);
    }

    private void settle(Exchange exchange, Function<ClaimedRecord, RecordState> state, String code, String text) {
        conclude(
                exchange,
                Work.of(exchange).records().stream()
                        .map(record -> (Conclusion) new Conclusion.Settle(
                                state.apply(record), code, text, false, record.fields(), List.of()))
                        .toList());
    }

    private static AttemptOutcome outcome(Exchange exchange) {
        var judgement = exchange.getProperty("judgement", Judgement.class);
        return judgement == null
                ? NOT_JUDGED
                : new AttemptOutcome(
                        exchange.getProperty("verdict", String.class),
                        judgement.outcomeKnown(),
                        judgement.httpStatus(),
                        judgement.code(),
                        judgement.text(),
                        judgement.requestId());
    }

    /** Records that wait for the same thing come back one after the other. */
    private static Duration spread(Duration rest) {
        return rest.plus(Backoff.jittered(Duration.ofMillis(200)));
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) > 0 ? one : other;
    }
}
