package io.hcpnbridge.shadow;

import io.hcpnbridge.cutover.Cutovers;
import io.hcpnbridge.ledger.CutoverLedger;
import io.hcpnbridge.ledger.RecordState;
import io.hcpnbridge.ledger.ShadowEnd;
import io.hcpnbridge.ledger.ShadowEnd.Difference;
import io.hcpnbridge.ledger.ShadowEnd.Verdict;
import io.hcpnbridge.ledger.ShadowLedger;
import io.hcpnbridge.mapping.problem.MappingException;
import io.hcpnbridge.outcome.FailedMappingException;
import io.hcpnbridge.outcome.UnfitAnswerException;
import io.hcpnbridge.text.Words;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.function.Predicate;
import org.apache.camel.Exchange;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** What a shadow read comes to, and what follows for its tenant. */
@Component("shadowJudge")
public class ShadowJudge {
    private static final Logger LOG = LoggerFactory.getLogger(ShadowJudge.class);
    private static final Words TOO_LONG =
            new Words("The answer is too long to be compared (cutover.most-rows)", "答复过长，不作比较（cutover.most-rows）");

    private final ShadowLedger ledger;
    private final CutoverLedger cutoverLedger;
    private final Cutovers cutovers;
    private final MeterRegistry meters;
    private final CutoverProperties settings;

    ShadowJudge(
            ShadowLedger ledger,
            CutoverLedger cutoverLedger,
            Cutovers cutovers,
            MeterRegistry meters,
            CutoverProperties settings) {
        this.ledger = ledger;
        this.cutoverLedger = cutoverLedger;
        this.cutovers = cutovers;
        this.meters = meters;
        this.settings = settings;
    }

    /** Once a generation has told all, it is compared with what the ERP was told; if they differ, with what is told now. */
    void goOn(Shadow shadow) {
        shadow.goOn();
        if (!shadow.reading().isOver()) {
            return;
        }
        if (shadow.other() != null) {
            end(shadow, compared(shadow, shadow.reading().answer(), shadow.other()));
            return;
        }
        var told = ledger.answer(shadow.read(), settings.mostRows());
        if (told.rows().size() > settings.mostRows()) {
            skipLong(shadow);
            return;
        }
        var answered = new TestedAnswer(RecordState.valueOf(told.state()), told.fields(), told.rows());
        var compared = compared(shadow, answered, shadow.reading().answer());
        if (compared.unexplained().isEmpty()) {
            end(shadow, compared);
        } else {
            shadow.askAgain();
        }
    }

    private ShadowEnd compared(Shadow shadow, TestedAnswer answered, TestedAnswer other) {
        var comparison = Comparison.of(shadow.mapping().definition(), explained(shadow), answered, other);
        var unexplained = comparison.unexplained();
        var verdict = comparison.known() == 0 ? Verdict.SAME : Verdict.KNOWN;
        return new ShadowEnd(
                unexplained.isEmpty() ? verdict : Verdict.DIFFERENT, comparison.known(), unexplained, null);
    }

    private Predicate<Difference> explained(Shadow shadow) {
        var record = shadow.read().record();
        var explained = cutoverLedger.explained();
        return difference -> explained.stream()
                .anyMatch(known -> known.tenant().equals(record.tenant())
                        && known.interfaceName().equals(record.interfaceName())
                        && known.kind().equals(difference.kind())
                        && known.field().equals(difference.field()));
    }

    void skipLong(Shadow shadow) {
        end(shadow, ShadowEnd.without(Verdict.SKIPPED, TOO_LONG));
    }

    /** It is asked from the beginning later; not for ever, if that is counted. */
    void wait(Shadow shadow, boolean counted) {
        var judgement = shadow.call().judgement();
        if (counted && isLastTry(shadow)) {
            end(shadow, ShadowEnd.without(Verdict.SKIPPED, judgement.text()));
        } else {
            postpone(shadow, counted);
        }
    }

    /** A technical failure; the last one is the answer. */
    void failed(Shadow shadow, Words text) {
        if (isLastTry(shadow)) {
            end(shadow, ShadowEnd.without(Verdict.FAILED, text));
        } else {
            postpone(shadow, true);
        }
    }

    private boolean isLastTry(Shadow shadow) {
        return shadow.read().tries() + 1 >= settings.tries();
    }

    private void postpone(Shadow shadow, boolean counted) {
        ledger.postpone(shadow.read(), settings.pause(), counted);
        shadow.end();
    }

    /** Left to whoever looks next: this replica stops, or the work is paused. */
    public void giveBack(Exchange exchange) {
        ledger.postpone(Shadow.of(exchange).read(), Duration.ZERO, false);
    }

    /** The adapter itself could not map what the generation was to be asked, or what it has told. */
    public void settleFailure(Exchange exchange) {
        var shadow = Shadow.of(exchange);
        var cause = exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Exception.class);
        LOG.error("{} could not be compared", shadow, cause);
        end(shadow, ShadowEnd.without(Verdict.FAILED, told(cause)));
    }

    private static Words told(Exception cause) {
        if (cause instanceof UnfitAnswerException unfit) {
            return unfit.words();
        }
        return cause instanceof MappingException failed
                ? FailedMappingException.of(failed).words()
                : new Words("The adapter failed; see its log", "适配器出错；详见其日志");
    }

    private void end(Shadow shadow, ShadowEnd end) {
        ledger.end(shadow.read(), end);
        shadow.end();
        var record = shadow.read().record();
        Counter.builder("bridge.shadow.reads")
                .description("Reads that both generations were asked for, by how the answers compare")
                .tag("tenant", record.tenant())
                .tag("interface", record.interfaceName())
                .tag("verdict", end.verdict().name())
                .register(meters)
                .increment();
        if (end.verdict() == Verdict.DIFFERENT) {
            tell(shadow, end);
        }
    }

    private void tell(Shadow shadow, ShadowEnd end) {
        var record = shadow.read().record();
        var first = end.unexplained().get(0);
        LOG.warn(
                "{}: old and new endpoints differ in {} values that nobody has explained, the first is {}.{}",
                record,
                end.unexplained().size(),
                first.kind(),
                first.field());
        cutovers.of(record.tenant())
                .filter(cutover -> ledger.different(record.tenant(), cutover.since()) > settings.differences())
                .ifPresent(cutover -> cutovers.stepBack(
                        record.tenant(),
                        Words.of(
                                "Old and new endpoints differ in document %s of %s: %s.%s",
                                "单据 %s（%s）在新旧接口的答复不同：%s.%s",
                                record.document(),
                                record.interfaceName(),
                                first.kind(),
                                first.field())));
    }
}
