package io.hcpnbridge.tracing;

import static io.opentelemetry.api.common.AttributeKey.longKey;

import io.hcpnbridge.ledger.AnsweredArrival;
import io.hcpnbridge.ledger.DeliveredAnswerListener;
import io.hcpnbridge.ledger.TraceLedger;
import io.hcpnbridge.ledger.TracedRecord;
import io.hcpnbridge.stop.Stopping;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.common.AttributesBuilder;
import io.opentelemetry.api.trace.SpanKind;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Tells the traces of documents whose answers were delivered by this process; what it has no room for, nobody is told. */
@Component("traceExport")
public class TraceExport implements DeliveredAnswerListener {
    private static final Logger LOG = LoggerFactory.getLogger(TraceExport.class);
    private static final int MOST_WAITING = 10_000;
    private static final int AT_A_TIME = 500;
    private static final Set<String> FAILED = Set.of("FAILED", "IN_DOUBT");
    private static final Set<String> ANSWERED = Set.of("success", "refused");

    private final TraceLedger ledger;
    private final Optional<TraceOutlet> outlet;
    private final TraceProperties settings;
    private final Stopping stopping;
    private final Queue<Long> waiting = new ArrayBlockingQueue<>(MOST_WAITING);

    TraceExport(TraceLedger ledger, Optional<TraceOutlet> outlet, TraceProperties settings, Stopping stopping) {
        this.ledger = ledger;
        this.outlet = outlet;
        this.settings = settings;
        this.stopping = stopping;
    }

    @Override
    public void delivered(long arrival) {
        if (outlet.isPresent() && !waiting.offer(arrival)) {
            LOG.warn("More answers are delivered than traces can be sent: those of arrival {} are left out", arrival);
        }
    }

    /** Tells what waits to be told. */
    public void export() {
        outlet.ifPresent(open -> {
            for (var next = waiting.poll(); next != null && !stopping.hasBegun(); next = waiting.poll()) {
                ledger.arrival(next).ifPresent(arrival -> export(open, arrival));
            }
        });
    }

    private void export(TraceOutlet open, AnsweredArrival arrival) {
        var records = ledger.records(arrival.batch(), -1, AT_A_TIME);
        while (!records.isEmpty() && !stopping.hasBegun()) {
            tell(open, arrival, records);
            open.flush();
            records = ledger.records(
                    arrival.batch(), records.get(records.size() - 1).position(), AT_A_TIME);
        }
    }

    private void tell(TraceOutlet open, AnsweredArrival arrival, List<TracedRecord> records) {
        var kept = new LinkedHashMap<TracedRecord, TraceName>();
        records.forEach(record -> {
            var trace = TraceName.of(record, arrival.traceParent());
            if (trace.isKept(settings.percent())) {
                kept.put(record, trace);
            }
        });
        var since = arrival.deliveredBefore() == null ? Instant.EPOCH : arrival.deliveredBefore();
        var calls = ledger.calls(kept.keySet().stream().map(TracedRecord::id).toList(), since).stream()
                .collect(Collectors.groupingBy(TracedRecord.Call::record));
        kept.forEach((record, trace) -> tell(open, arrival, record, trace, calls.getOrDefault(record.id(), List.of())));
    }

    /** Of a further answer only what is new. */
    private static void tell(
            TraceOutlet open,
            AnsweredArrival arrival,
            TracedRecord record,
            TraceName trace,
            List<TracedRecord.Call> calls) {
        var root = trace.span(record, "document");
        if (arrival.deliveredBefore() == null && record.first()) {
            open.tell(
                    trace,
                    new TraceOutlet.Told(
                            root,
                            trace.parent(),
                            record.interfaceName(),
                            SpanKind.CONSUMER,
                            arrival.arrivedAt(),
                            arrival.deliveredAt(),
                            of(record).put("erp.channel", arrival.channel()).build(),
                            FAILED.contains(record.state())));
            part(open, trace, record, root, "intake", arrival.arrivedAt(), arrival.receivedAt());
            calls.stream()
                    .findFirst()
                    .ifPresent(call -> part(open, trace, record, root, "wait", arrival.receivedAt(), call.openedAt()));
        }
        calls.forEach(call -> tell(open, trace, record, root, call));
        open.tell(
                trace,
                new TraceOutlet.Told(
                        trace.span(record, "answer", String.valueOf(arrival.id())),
                        root,
                        "answer",
                        SpanKind.PRODUCER,
                        arrival.answeredAt(),
                        arrival.deliveredAt(),
                        Attributes.of(longKey("erp.answer.edition"), (long) arrival.edition()),
                        false));
    }

    private static void part(
            TraceOutlet open,
            TraceName trace,
            TracedRecord record,
            String root,
            String name,
            Instant from,
            Instant to) {
        open.tell(
                trace,
                new TraceOutlet.Told(
                        trace.span(record, name), root, name, SpanKind.INTERNAL, from, to, Attributes.empty(), false));
    }

    private static void tell(
            TraceOutlet open, TraceName trace, TracedRecord record, String root, TracedRecord.Call call) {
        var attributes = Attributes.builder()
                .put("partner.api", call.api())
                .put("partner.endpoint", call.endpoint())
                .put("partner.effect", call.effect())
                .put("bridge.attempt", call.attempt());
        put(attributes, "partner.generation", call.generation());
        put(attributes, "partner.verdict", call.verdict());
        put(attributes, "partner.request_id", call.requestId());
        if (call.status() != null) {
            attributes.put("http.response.status_code", (long) call.status());
        }
        open.tell(
                trace,
                new TraceOutlet.Told(
                        trace.span(record, "call", String.valueOf(call.attempt())),
                        root,
                        "call " + call.api(),
                        SpanKind.CLIENT,
                        call.openedAt(),
                        call.took() == null ? call.openedAt() : call.openedAt().plus(call.took()),
                        attributes.build(),
                        call.verdict() == null || !ANSWERED.contains(call.verdict())));
    }

    private static AttributesBuilder of(TracedRecord record) {
        var attributes = Attributes.builder()
                .put("erp.tenant", record.tenant())
                .put("erp.interface", record.interfaceName())
                .put("erp.document", record.document())
                .put("erp.state", record.state());
        put(attributes, "erp.code", record.code());
        put(attributes, "partner.generation", record.generation());
        return attributes;
    }

    private static void put(AttributesBuilder attributes, String name, String value) {
        if (value != null) {
            attributes.put(name, value);
        }
    }
}
