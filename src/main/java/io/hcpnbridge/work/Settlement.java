package io.hcpnbridge.work;

import io.hcpnbridge.ledger.RecordState;
import io.hcpnbridge.ledger.ResultRow;
import io.hcpnbridge.outcome.Conclusions;
import io.hcpnbridge.outcome.FailedMappingException;
import io.hcpnbridge.outcome.UnfitAnswerException;
import io.hcpnbridge.partner.Verdict;
import io.hcpnbridge.text.Words;
import java.util.List;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangeProperty;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** How a record ends without an answer to map: refused before a call, left in doubt, or failed in the adapter itself. */
@Component("settlement")
public class Settlement {
    private static final Logger LOG = LoggerFactory.getLogger(Settlement.class);

    private final StepEnd step;
    private final Postponement postponement;
    private final FollowUp followUp;
    private final VerdictMapping verdicts;

    Settlement(StepEnd step, Postponement postponement, FollowUp followUp, VerdictMapping verdicts) {
        this.step = step;
        this.postponement = postponement;
        this.followUp = followUp;
        this.verdicts = verdicts;
    }

    /** Whether the record can be put back: no write that must not be repeated is on its way. */
    public boolean noWriteIsOpen(Exchange exchange) {
        return !Work.of(exchange).writeIsOpen();
    }

    /**
     * A write whose outcome is unknown, or that nobody has judged: never sent again by itself; the ERP and the operator are told.
     * What sent no write is in no doubt and tried again.
     */
    public void leaveInDoubt(Exchange exchange) {
        var judgement = Work.of(exchange).judgement();
        if (!Work.of(exchange).writeIsOpen()) {
            postponement.tryAgainLater(exchange);
            return;
        }
        LOG.warn("{} is IN_DOUBT: {}", Work.of(exchange), judgement.code());
        step.settle(exchange, RecordState.IN_DOUBT, judgement.code(), judgement.text());
    }

    /** Nothing stays open: a record that no route has brought to an end is in doubt if a write is on its way, else tried again. */
    public void leaveNothingOpen(Exchange exchange) {
        var work = Work.of(exchange);
        if (!work.isEnded()) {
            LOG.error("{} was brought to no end by the routes", work);
            leaveInDoubt(exchange);
        }
    }

    /** No branch of a route was meant for this record; nothing was sent. */
    public void failUndecided(Exchange exchange) {
        step.settleWithWhatIsLeft(
                exchange,
                RecordState.FAILED,
                "BRIDGE.INTERNAL_ERROR",
                new Words("The routes do not say where it goes to", "路由没有说明它的去向"));
    }

    /** The partner API does not offer what the record asks for; nothing was sent. */
    public void refuseUnavailable(@ExchangeProperty("refusal") Words reason, Exchange exchange) {
        refuse(exchange, Conclusions.NOT_AVAILABLE, reason);
    }

    /**
     * Content and configuration contradict each other about the generation; nothing was sent.
     *
     * @param en what the ERP is told, with {@code {reasons}}
     * @param zh the same in Chinese
     */
    public void refuseGeneration(
            String en, String zh, @ExchangeProperty("generationReasons") Words reasons, Exchange exchange) {
        refuse(exchange, Conclusions.GENERATION_CONFLICT, new Words(en, zh).with("reasons", reasons));
    }

    /** The record contradicts itself; nothing was sent. */
    public void refuseImpossible(@ExchangeProperty("generationReasons") Words reasons, Exchange exchange) {
        refuse(exchange, Conclusions.IMPOSSIBLE_RECORD, reasons);
    }

    /** Something went wrong in the adapter itself. Honest about what may have happened at the partner. */
    public void settleFailure(Exchange exchange) {
        var work = Work.of(exchange);
        var cause = exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Exception.class);
        var code = cause instanceof UnfitAnswerException ? UnfitAnswerException.CODE : "BRIDGE.INTERNAL_ERROR";
        var text = told(cause);
        if (cause instanceof UnfitAnswerException || cause instanceof FailedMappingException) {
            LOG.error("{} could not be worked on: {}", work, text);
        } else {
            LOG.error("{} could not be worked on", work, cause);
        }
        var judgement = work.judgement();
        if (work.record().doubt() != null) {
            step.conclude(
                    exchange, verdicts.unknown(work.record(), "The partner could not be asked: " + code + " " + text));
        } else if (!work.writeIsOpen()) {
            followUp.giveUp(exchange, code, text);
        } else if (!judgement.outcomeKnown() || mayMeanThatItWasPlaced(work)) {
            step.settle(exchange, RecordState.IN_DOUBT, code, text);
        } else if (judgement.verdict() == Verdict.SUCCESS) {
            var told = PlacedIds.of(work.call().answer());
            var rows = cause instanceof UnfitAnswerException unfit ? unfit.kept() : List.<ResultRow>of();
            var placed = Words.of("The partner has carried it out%s, but: %s", "伙伴已经执行%s，但是：%s", told, text);
            step.settlePlaced(exchange, code, placed, rows);
        } else {
            var both = Words.joined(List.of(judgement.text(), text));
            step.settleWithWhatIsLeft(exchange, RecordState.REFUSED, judgement.code(), both);
        }
    }

    private static Words told(Exception cause) {
        if (cause instanceof UnfitAnswerException unfit) {
            return unfit.words();
        }
        return cause instanceof FailedMappingException failed
                ? failed.words()
                : new Words("The adapter failed; see its log", "适配器出错；详见其日志");
    }

    /** Only the mapping knows what such a refusal means, and the mapping has failed. */
    private static boolean mayMeanThatItWasPlaced(Work work) {
        return work.judgement().verdict() == Verdict.REFUSED
                && work.request().known().contains(work.judgement().code());
    }

    private void refuse(Exchange exchange, String code, Words text) {
        if (text == null) {
            throw new IllegalStateException("A route wants to refuse a record without a reason");
        }
        step.settleWithWhatIsLeft(exchange, RecordState.REFUSED, code, text);
    }
}
