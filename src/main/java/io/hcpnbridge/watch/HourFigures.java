package io.hcpnbridge.watch;

import io.hcpnbridge.ledger.FigureLedger;
import io.hcpnbridge.ledger.FigureLedger.Figure;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.HashMap;
import java.util.Map;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Notes in the ledger what this process has counted since it noted it last. */
@Component("hourFigures")
public class HourFigures {
    private final MeterRegistry meters;
    private final FigureLedger ledger;
    private final Map<Named, Long> noted = new HashMap<>();

    HourFigures(MeterRegistry meters, FigureLedger ledger) {
        this.meters = meters;
        this.ledger = ledger;
    }

    private record Named(String kind, String name) {}

    /** What the ledger does not take is noted with the next turn. */
    public synchronized void note() {
        var counted = counted();
        var more = counted.entrySet().stream()
                .map(figure -> new Figure(
                        figure.getKey().kind(),
                        figure.getKey().name(),
                        figure.getValue() - noted.getOrDefault(figure.getKey(), 0L)))
                .filter(figure -> figure.number() > 0)
                .toList();
        if (!more.isEmpty()) {
            ledger.add(more);
            noted.putAll(counted);
        }
    }

    private Map<Named, Long> counted() {
        var counted = new HashMap<Named, Long>();
        add(counted, "calls", "verdict", meters.find("bridge.partner.calls").timers().stream(), Timer::count);
        add(counted, "ended", "interface", meters.find("bridge.records.ended").counters().stream(), (Counter ended) ->
                (long) ended.count());
        return counted;
    }

    private static <M extends Meter> void add(
            Map<Named, Long> counted, String kind, String tag, Stream<M> all, ToLongFunction<M> count) {
        all.forEach(meter ->
                counted.merge(new Named(kind, meter.getId().getTag(tag)), count.applyAsLong(meter), Long::sum));
    }
}
