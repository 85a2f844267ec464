package io.hcpnbridge.work;

import io.hcpnbridge.exchange.ExchangeKeeper;
import io.hcpnbridge.ledger.AttemptLedger;
import io.hcpnbridge.ledger.AttemptOutcome;
import io.hcpnbridge.ledger.ClaimedRecord;
import io.hcpnbridge.ledger.Conclusion;
import io.hcpnbridge.ledger.OverlappingReadException;
import io.hcpnbridge.ledger.Placement;
import io.hcpnbridge.ledger.RecordLedger;
import io.hcpnbridge.ledger.RecordState;
import io.hcpnbridge.ledger.ResultRow;
import io.hcpnbridge.outcome.Conclusions;
import io.hcpnbridge.partner.Judgement;
import io.hcpnbridge.partner.PartnerCall;
import io.hcpnbridge.partner.Verdict;
import io.hcpnbridge.text.Words;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.apache.camel.Exchange;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Writes the end of a step to the ledger, together with the outcome of its call. */
@Component
class StepEnd {
    private final RecordLedger records;
    private final AttemptLedger attempts;
    private final CredentialRest credentials;
    private final ExchangeKeeper exchanges;
    private final ObjectProvider<CallListener> listeners;

    StepEnd(
            RecordLedger records,
            AttemptLedger attempts,
            CredentialRest credentials,
            ExchangeKeeper exchanges,
            ObjectProvider<CallListener> listeners) {
        this.records = records;
        this.attempts = attempts;
        this.credentials = credentials;
        this.exchanges = exchanges;
        this.listeners = listeners;
    }

    /**
     * Ends the step in the ledger, each record of the work with its own conclusion, with the outcome of the call if there was one. A
     * list that another record has finished reading meanwhile is read again.
     *
     * @return what each ended with
     */
    List<Conclusion> conclude(Exchange exchange, List<Conclusion> conclusions) {
        try {
            return write(exchange, conclusions);
        } catch (OverlappingReadException e) {
            return write(exchange, Collections.nCopies(conclusions.size(), new Conclusion.Restart()));
        }
    }

    private List<Conclusion> write(Exchange exchange, List<Conclusion> conclusions) {
        var work = Work.of(exchange);
        List<Conclusion> ended;
        if (work.attempts().isEmpty()) {
            iamAnswered(work);
            ended = records.conclude(work.records(), conclusions);
        } else {
            wentThrough(work);
            ended = attempts.close(work.attempts(), outcome(work), work.records(), conclusions);
            listeners.forEach(listener -> listener.ended(work.call(), generation(work)));
        }
        credentials.leave(work);
        work.goOn(ended);
        return ended;
    }

    private static String generation(Work work) {
        return work.generation() == null ? null : work.generation().text();
    }

    /** Ends the step of all records of the work alike. */
    void conclude(Exchange exchange, Conclusion forAll) {
        conclude(exchange, Collections.nCopies(Work.of(exchange).records().size(), forAll));
    }

    /** Ends all records of the work in that state. */
    void settle(Exchange exchange, RecordState state, String code, Words text) {
        settle(exchange, record -> settled(record, state, code, text));
    }

    /** The partner has carried it out and the mapping could not tell it: what of the rows is all right is told. */
    void settlePlaced(Exchange exchange, String code, Words text, List<ResultRow> rows) {
        settle(
                exchange,
                record -> new Conclusion.Settle(RecordState.PARTIAL, code, text, true, record.fields(), rows, false));
    }

    /** As it was carried out so far, if a write has succeeded. */
    void settleWithWhatIsLeft(Exchange exchange, RecordState otherwise, String code, Words text) {
        settle(exchange, record -> Conclusions.withWhatIsLeft(record, otherwise, code, text));
    }

    private void settle(Exchange exchange, Function<ClaimedRecord, Conclusion> end) {
        conclude(exchange, Work.of(exchange).records().stream().map(end).toList());
    }

    private static Conclusion settled(ClaimedRecord record, RecordState state, String code, Words text) {
        return Conclusion.Settle.byItself(state, code, text, record.fields());
    }

    /** IAM's no to a customer shows that it accepts the partner's credential. */
    private void iamAnswered(Work work) {
        Optional.ofNullable(work.call())
                .flatMap(PartnerCall::credentialProblem)
                .filter(problem -> problem.verdict() == Verdict.REFUSED)
                .ifPresent(problem -> credentials.end(work));
    }

    /** The partner's yes or no shows that the credential is all right. */
    private void wentThrough(Work work) {
        var verdict = work.judgement().verdict();
        if (verdict == Verdict.SUCCESS || verdict == Verdict.REFUSED) {
            credentials.end(work);
        }
    }

    private AttemptOutcome outcome(Work work) {
        var received = work.call()
                .trace()
                .received()
                .map(answer -> exchanges.received(answer, work.token(), work.oneTimeCodes()))
                .orElse(null);
        return CallOutcome.of(work.call(), placement(work.judgement(), work), received);
    }

    /** A code that the mapping knows may say that something was done; the mapping tells. */
    private static Placement placement(Judgement judgement, Work work) {
        return switch (judgement.verdict()) {
            case SUCCESS -> Placement.ANSWERED;
            case REFUSED ->
                work.request().known().contains(judgement.code()) ? Placement.ANSWERED : Placement.NOT_PLACED;
            case THROTTLED, UNAUTHENTICATED, UNREACHABLE, FAILED -> Placement.NOT_PLACED;
            case IN_DOUBT -> Placement.UNKNOWN;
        };
    }
}
