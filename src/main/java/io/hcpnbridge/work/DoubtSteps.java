package io.hcpnbridge.work;

import io.hcpnbridge.config.LeavesForRoutes;
import io.hcpnbridge.ledger.ClaimedRecord;
import io.hcpnbridge.ledger.DoubtLedger;
import io.hcpnbridge.ledger.Inquiry;
import io.hcpnbridge.replica.Replica;
import io.hcpnbridge.stop.Stopping;
import io.hcpnbridge.version.MappingVersions;
import java.util.List;
import java.util.concurrent.Semaphore;
import org.apache.camel.Body;
import org.apache.camel.Exchange;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** How the partner is asked what became of a write in doubt: claimed, asked by reads, judged. Nothing is sent that changes something. */
@LeavesForRoutes({"work", "interface", "question", "next"})
@Component("doubtSteps")
public class DoubtSteps {
    private static final Logger LOG = LoggerFactory.getLogger(DoubtSteps.class);

    private final DoubtLedger ledger;
    private final MappingVersions mappings;
    private final OwnLanes lanes;
    private final QuestionMapping questions;
    private final VerdictMapping verdicts;
    private final StepEnd step;
    private final Replica replica;
    private final ClaimedWork claimed;
    private final Stopping stopping;
    private final Semaphore places;

    DoubtSteps(
            DoubtLedger ledger,
            MappingVersions mappings,
            OwnLanes lanes,
            QuestionMapping questions,
            VerdictMapping verdicts,
            StepEnd step,
            Replica replica,
            ClaimedWork claimed,
            Stopping stopping,
            DoubtProperties settings) {
        this.ledger = ledger;
        this.mappings = mappings;
        this.lanes = lanes;
        this.questions = questions;
        this.verdicts = verdicts;
        this.step = step;
        this.replica = replica;
        this.claimed = claimed;
        this.stopping = stopping;
        this.places = new Semaphore(settings.atATime());
    }

    /** Claims writes in doubt that are to be asked about now, no more than may be under way. None any more when the adapter stops. */
    public List<ClaimedRecord> claim() {
        var room = places.drainPermits();
        List<ClaimedRecord> found = List.of();
        try {
            if (room > 0 && !stopping.hasBegun()) {
                found = replica.name()
                        .map(name -> ledger.claim(lanes.all(), room, name, claimed.claimTime()))
                        .orElse(found);
            }
            found.forEach(claimed::take);
        } finally {
            places.release(room - found.size());
        }
        return found;
    }

    /** Puts a claimed record on the way to the question. */
    public void begin(@Body ClaimedRecord record, Exchange exchange) {
        var alone = List.of(record);
        claimed.leaveAtEnd(alone, exchange, places);
        new Work(alone, mappings.of(record.interfaceName(), record.mappingVersion())).putOn(exchange);
        exchange.setProperty("interface", record.interfaceName());
        exchange.setProperty("question", "true");
        exchange.getMessage().setBody(null);
    }

    /**
     * Maps the record and the doubt to the next read, which becomes the call. The property {@code next} becomes {@code call}; or
     * {@code none}, if a person has decided or there is nothing to be asked, and the step is ended.
     */
    public void mapQuestion(Exchange exchange) {
        var work = Work.of(exchange);
        exchange.setProperty("next", "none");
        var decision = work.record().doubt().decision();
        if (decision != null) {
            conclude(exchange, verdicts.decided(work, decision));
            return;
        }
        if (verdicts.isHopeless(work.record())) {
            conclude(
                    exchange,
                    new Inquiry.LeftToPerson("The partner could not be asked for "
                            + work.record().tries() + " times"));
            return;
        }
        var asked = questions.of(work);
        if (asked.call() == null) {
            conclude(exchange, new Inquiry.LeftToPerson(asked.refusal().en()));
            return;
        }
        work.ask(asked.call());
        asked.call().putOn(exchange);
        exchange.setProperty("next", "call");
    }

    /** Judges what a read has told and ends the step with it. */
    public void mapVerdict(Exchange exchange) {
        conclude(exchange, verdicts.of(Work.of(exchange)));
    }

    private void conclude(Exchange exchange, Inquiry inquiry) {
        var record = Work.of(exchange).record();
        var ended = step.conclude(exchange, List.of(inquiry)).get(0);
        if (ended instanceof Inquiry.Resolved resolved) {
            LOG.info("{} is in doubt no more: {}, {}", record, resolved.verdict(), resolved.evidence());
        } else if (ended instanceof Inquiry.LeftToPerson left) {
            LOG.error("{} stays IN_DOUBT until a person decides: {}", record, left.evidence());
        }
    }
}
