package io.hcpnbridge.work;

import io.hcpnbridge.ledger.AttemptLedger;
import io.hcpnbridge.ledger.Conclusion;
import io.hcpnbridge.ledger.RecordState;
import io.hcpnbridge.outcome.UnfitAnswerException;
import io.hcpnbridge.partner.Effect;
import io.hcpnbridge.text.Words;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.apache.camel.Exchange;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Calls that may be repeated and come after a write that has succeeded, such as setting the policy of renewed resources and a brief look
 * at what became of it: they are repeated for a short time only, as a certain answer waits for them, and the mapping tells the ERP what
 * is missing in the end.
 */
@Component
class FollowUp {
    private static final Logger LOG = LoggerFactory.getLogger(FollowUp.class);

    /** The least that lets a record go back to those that are due. */
    private static final Duration AT_ONCE = Duration.ofMillis(1);

    private final StepEnd step;
    private final RequestMapping requests;
    private final AnswerMapping answers;
    private final AttemptLedger attempts;
    private final WorkProperties settings;

    FollowUp(
            StepEnd step,
            RequestMapping requests,
            AnswerMapping answers,
            AttemptLedger attempts,
            WorkProperties settings) {
        this.step = step;
        this.requests = requests;
        this.answers = answers;
        this.attempts = attempts;
        this.settings = settings;
    }

    /** How often the work's call is tried. */
    int tries(Work work, int ofOthers) {
        return follows(work) ? Math.min(ofOthers, settings.followUpTries()) : ofOthers;
    }

    /** Whether the ERP would wait for too long for what it is told of a write if the work's call were made after that time only. */
    boolean isTooLate(Work work, Duration wait) {
        var patience = patience(work);
        return patience.isPresent() && attempts.inVain(work.record()).plus(wait).compareTo(patience.get()) > 0;
    }

    /** What is placed is never parked: instead the ERP is told what of it is missing. Nor what the partner has taken, as it knows that. */
    private Optional<Duration> patience(Work work) {
        if (follows(work)) {
            return Optional.of(settings.followUpTime());
        }
        var record = work.record();
        return record.placed() && !record.pending() && record.doubt() == null
                ? Optional.of(settings.parkAfter()).filter(time -> !time.isZero())
                : Optional.empty();
    }

    /** The work's call is not tried again. What the mapping wants to call besides is. */
    void giveUp(Exchange exchange, String code, Words text) {
        var told = told(Work.of(exchange), code, text);
        if (told.isEmpty()) {
            step.settleWithWhatIsLeft(exchange, RecordState.FAILED, code, text);
        } else {
            step.conclude(exchange, told.stream().map(FollowUp::released).toList());
        }
    }

    /** Neither the work's call is tried again nor any other of its kind that the mapping wants to make. */
    void giveUpAll(Exchange exchange, String code, Words text) {
        var work = Work.of(exchange);
        for (var told = told(work, code, text); !told.isEmpty(); told = told(work, code, text)) {
            step.conclude(exchange, told);
            if (work.isEnded()) {
                return;
            }
            work.ask(requests.of(work).call());
            if (work.request().effect() != Effect.IDEMPOTENT) {
                // A look at what became of them is tried at least once.
                step.conclude(exchange, new Conclusion.Postpone(Duration.ZERO, false));
                return;
            }
        }
        step.settleWithWhatIsLeft(exchange, RecordState.FAILED, code, text);
    }

    /** What the mapping tells instead of the work's call; nothing if it does not know, or cannot. */
    private List<Conclusion> told(Work work, String code, Words text) {
        if (!canBeGivenUp(work)) {
            return List.of();
        }
        try {
            return answers.withoutAnswer(work, code, text);
        } catch (RuntimeException e) {
            // Whatever is wrong with the mapping: the record must come to its end.
            LOG.error("{}: what is missing cannot be told: {}", work, e.getMessage());
            return code.equals(UnfitAnswerException.CODE)
                    ? List.of()
                    : told(work, UnfitAnswerException.CODE, Words.of("%s %s", "%s %s", code, text));
        }
    }

    private static Conclusion released(Conclusion told) {
        return told instanceof Conclusion.Continue next && next.later().isZero()
                ? new Conclusion.Continue(
                        next.cursor(), next.placed(), next.fields(), next.rows(), AT_ONCE, next.taken())
                : told;
    }

    private static boolean follows(Work work) {
        return canBeGivenUp(work) && work.record().placed();
    }

    /** The mapping goes on without its answer. */
    private static boolean canBeGivenUp(Work work) {
        var request = work.request();
        return request != null && (request.effect() == Effect.IDEMPOTENT || request.brief());
    }
}
