package io.hcpnbridge.desk.read;

import io.hcpnbridge.ledger.FigureLedger;
import io.hcpnbridge.ledger.FigureLedger.HourFigure;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;

/** Pictures of the last day. */
@Component
public class HourQuery {
    private static final int HOURS = 24;
    /** Interfaces, those first that did most. */
    private static final int MOST = 6;

    private final FigureLedger ledger;

    HourQuery(FigureLedger ledger) {
        this.ledger = ledger;
    }

    /** Calls, those that the partner put off (429), and documents that came to an end, by interface. */
    public List<HourChart> charts() {
        var figures = ledger.last(HOURS);
        var charts = new ArrayList<HourChart>();
        charts.add(chart("calls", null, figures, one -> one.figure().kind().equals("calls")));
        charts.add(chart("throttled", null, figures, one -> one.figure().name().equals("throttled")));
        figures.stream()
                .filter(one -> one.figure().kind().equals("ended"))
                .map(one -> one.figure().name())
                .distinct()
                .map(name ->
                        chart("ended", name, figures, one -> one.figure().name().equals(name)))
                .sorted(Comparator.comparing(HourChart::total).reversed())
                .limit(MOST)
                .forEach(charts::add);
        return List.copyOf(charts);
    }

    private static HourChart chart(String kind, String name, List<HourFigure> figures, Predicate<HourFigure> which) {
        var first = Instant.now().truncatedTo(ChronoUnit.HOURS).minus(HOURS - 1, ChronoUnit.HOURS);
        var hours = new long[HOURS];
        figures.stream().filter(which).forEach(one -> {
            long hour = Duration.between(first, one.hour()).toHours();
            if (hour >= 0 && hour < HOURS) {
                hours[(int) hour] += one.figure().number();
            }
        });
        return new HourChart(
                kind,
                name,
                first,
                IntStream.range(0, HOURS).mapToObj(hour -> hours[hour]).toList());
    }
}
