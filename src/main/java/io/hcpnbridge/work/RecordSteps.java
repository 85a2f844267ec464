package io.hcpnbridge.work;

import io.hcpnbridge.config.LeavesForRoutes;
import io.hcpnbridge.cutover.GenerationChoice;
import io.hcpnbridge.cutover.GenerationNeeds;
import io.hcpnbridge.ledger.ClaimedRecord;
import io.hcpnbridge.ledger.RecordLedger;
import io.hcpnbridge.mapping.problem.MappingException;
import io.hcpnbridge.outcome.FailedMappingException;
import io.hcpnbridge.replica.Replica;
import io.hcpnbridge.stop.Stopping;
import io.hcpnbridge.text.Words;
import io.hcpnbridge.version.MappingVersions;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import org.apache.camel.Body;
import org.apache.camel.Exchange;
import org.springframework.stereotype.Component;

/** How a record comes into the routes: claimed, with its mapping, and with a generation chosen for it. */
@LeavesForRoutes({
    "work",
    "interface",
    "urgency",
    "generations",
    "generationNeeded",
    "generationReasons",
    "generationWished",
    "generationTaken"
})
@Component("recordSteps")
public class RecordSteps {
    static final String OUTCOME_UNKNOWN = "BRIDGE.OUTCOME_UNKNOWN";

    private final RecordLedger ledger;
    private final OwnLanes lanes;
    private final MappingVersions mappings;
    private final MappingInput input;
    private final GenerationChoice generations;
    private final Replica replica;
    private final ClaimedWork claimed;
    private final Stopping stopping;
    private volatile boolean perhapsMore;

    RecordSteps(
            RecordLedger ledger,
            OwnLanes lanes,
            MappingVersions mappings,
            MappingInput input,
            GenerationChoice generations,
            Replica replica,
            ClaimedWork claimed,
            Stopping stopping) {
        this.ledger = ledger;
        this.lanes = lanes;
        this.mappings = mappings;
        this.input = input;
        this.generations = generations;
        this.replica = replica;
        this.claimed = claimed;
        this.stopping = stopping;
    }

    /**
     * Claims due records of all lanes, some of each and none for more than a share of the workers, so that neither a large batch nor a lane
     * that stands still keeps the others waiting, and no more than there are workers. Those that share a call come together, all others
     * alone. Nothing any more when the adapter stops.
     */
    public List<List<ClaimedRecord>> claim() {
        perhapsMore = false;
        if (stopping.hasBegun()) {
            return List.of();
        }
        var room = claimed.reserve();
        List<List<ClaimedRecord>> groups = List.of();
        try {
            if (room > 0 && !stopping.hasBegun()) {
                groups = replica.name().map(name -> claim(name, room)).orElse(groups);
            }
        } finally {
            claimed.take(groups, room);
        }
        return groups;
    }

    private List<List<ClaimedRecord>> claim(String name, int room) {
        var groups = new LinkedHashMap<Object, List<ClaimedRecord>>();
        var found = ledger.claim(claimed.rooms(lanes.all(), room), room, name, claimed.claimTime());
        perhapsMore = found.size() == room;
        for (var record : found) {
            var key = record.callGroup() == null ? record.id() : record.callGroup();
            groups.computeIfAbsent(key, none -> new ArrayList<>()).add(record);
        }
        return List.copyOf(groups.values());
    }

    /** Claims again, if the last claim has taken as much as it might; else nothing is left that may be taken now. */
    public List<List<ClaimedRecord>> claimMore() {
        return perhapsMore ? claim() : List.of();
    }

    /** The record's worker is about to be free; whether so many are that a claim is worth its while. */
    public boolean makesRoom() {
        return claimed.makesRoom();
    }

    /** Gives claims back whose replica died: due again, or in doubt if a write was on its way. */
    public int sweep() {
        return replica.holder()
                .map(holder -> ledger.sweepExpiredClaims(
                        holder,
                        OUTCOME_UNKNOWN,
                        new Words(
                                "The adapter stopped after sending the call and before hearing of its outcome",
                                "适配器在发送调用之后、得知结果之前停止了")))
                .orElse(0);
    }

    /** Puts a claimed record, or several that share a call, on the way. */
    public void begin(@Body List<ClaimedRecord> together, Exchange exchange) {
        claimed.leaveAtEnd(together, exchange);
        var record = together.get(0);
        var work = new Work(together, mappings.of(record.interfaceName(), record.mappingVersion()));
        work.putOn(exchange);
        exchange.setProperty("interface", record.interfaceName());
        exchange.setProperty("urgency", record.urgency().name());
        exchange.setProperty("generations", work.mapping().hasGenerations() ? "two" : "one");
        exchange.getMessage().setBody(null);
    }

    /** Tells the route's choice what the content needs, what the configuration wants and what was chosen before. */
    public void weighGenerations(Exchange exchange) {
        var work = Work.of(exchange);
        var record = work.record();
        var needs = needs(work);
        exchange.setProperty("generationNeeded", needs.verdict());
        exchange.setProperty("generationReasons", needs.reasons());
        exchange.setProperty(
                "generationWished", generations.wished(work.mapping(), record.tenant(), record.document()));
        exchange.setProperty("generationTaken", record.generation() == null ? "none" : record.generation());
    }

    private GenerationNeeds needs(Work work) {
        try {
            return generations.needed(work.mapping(), input.of(work));
        } catch (MappingException e) {
            throw FailedMappingException.of(e);
        }
    }

    /** Chooses the generation. The ledger keeps it with what is announced before anything is sent: a record never changes sides. */
    public void takeGeneration(String name, Exchange exchange) {
        Work.of(exchange).take(name);
    }
}
