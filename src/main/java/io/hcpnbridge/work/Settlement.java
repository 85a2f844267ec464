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
import java.util.List;
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
        var resting = credentials.of(work);
        resting.ifPresent(found -> {
            var rest = found.rest();
            if (credentials.isHopeless(rest)) {
                var text = "Not sent: the partner did not accept the " + found.scope() + " " + rest.strikes()
                        + " times in a row";
                settle(exchange, whatIsLeft(work.record(), RecordState.FAILED), rest.reason(), text);
            } else {
                conclude(exchange, new Conclusion.Postpone(spread(credentials.wait(rest)), false));
            }
        });
        return resting.isPresent();
    }

    /** Whether the record can be put back: no write is on its way. */
    public boolean noWriteIsOpen(Exchange exchange) {
        return !Work.of(exchange).writeIsOpen();
    }

    /** Puts the record back without a call while the route that comes next is stopped. */
    public void waitForRoute(Exchange exchange) {
        LOG.warn("{} waits: a route on its way is stopped", Work.of(exchange).record());
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

    /** The partner does not accept the credential: lets it rest, as keys that fail repeatedly are locked. */
    public void restCredential(@ExchangeProperty("judgement") Judgement judgement, Exchange exchange) {
        var work = Work.of(exchange);
        if (judgement.corrected() && work.record().tries() + 1 < settings.credentialTries()) {
            credentials.end(work);
            conclude(exchange, new Conclusion.Postpone(Duration.ZERO, true));
            return;
        }
        var scope = CredentialRest.scope(work, "iam".equals(exchange.getProperty("refusedBy", String.class)));
        var rest = credentials.begin(work, scope, judgement);
        LOG.error(
                "{}: the partner does not accept the {} ({}): check the keys; it rests for {}",
                work.record().tenant(),
                scope,
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
        LOG.error("{} is IN_DOUBT: {}", Work.of(exchange).record(), judgement.code());
        settle(exchange, RecordState.IN_DOUBT, judgement.code(), judgement.text());
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
        LOG.error("{} could not be worked on", work.record(), cause);
        var code = cause instanceof UnfitAnswerException ? "BRIDGE.ANSWER_UNFIT" : "BRIDGE.INTERNAL_ERROR";
        var text = cause instanceof UnfitAnswerException ? cause.getMessage() : "The adapter failed; see its log";
        settle(
                exchange,
                work.writeIsOpen() ? RecordState.IN_DOUBT : whatIsLeft(work.record(), RecordState.FAILED),
                code,
                text);
    }

    /** Ends the step in the ledger, with the outcome of its call if there was one; true if one more call is to be made. */
    boolean conclude(Exchange exchange, Conclusion conclusion) {
        var work = Work.of(exchange);
        if (work.attempt() == null) {
            iamAnswered(exchange, work);
            records.conclude(work.record(), conclusion);
        } else {
            wentThrough(exchange, work);
            attempts.close(work.attempt(), outcome(exchange), work.record(), conclusion);
            work.attempt(null);
        }
        work.goOn(conclusion);
        return conclusion.state() == RecordState.CLAIMED;
    }

    /** IAM's no to a customer shows that it accepts the partner's credential. */
    private void iamAnswered(Exchange exchange, Work work) {
        var problem = exchange.getProperty("credentialProblem", Judgement.class);
        if (problem != null && problem.verdict() == Verdict.REFUSED) {
            credentials.end(work);
        }
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
        var record = Work.of(exchange).record();
        if (record.tries() + 1 < tries) {
            conclude(exchange, new Conclusion.Postpone(delay, true));
        } else {
            LOG.error("{} is given up after {} tries: {}", record, record.tries() + 1, judgement.code());
            settle(exchange, whatIsLeft(record, RecordState.FAILED), judgement.code(), judgement.text());
        }
    }

    private void refuse(Exchange exchange, String code, String text) {
        settle(exchange, whatIsLeft(Work.of(exchange).record(), RecordState.REFUSED), code, text);
    }

    private void settle(Exchange exchange, RecordState state, String code, String text) {
        var record = Work.of(exchange).record();
        conclude(exchange, new Conclusion.Settle(state, code, text, false, record.fields(), List.of()));
    }

    /** A record of which a write has succeeded is never answered as if nothing had happened. */
    private static RecordState whatIsLeft(ClaimedRecord record, RecordState otherwise) {
        return record.placed() ? RecordState.PARTIAL : otherwise;
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
