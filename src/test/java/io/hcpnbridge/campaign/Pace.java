package io.hcpnbridge.campaign;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How soon work goes on. */
final class Pace {
    private final Outcome outcome;
    private final Map<Long, List<Instant>> signs;

    Pace(Outcome outcome) {
        this.outcome = outcome;
        this.signs = Stream.concat(
                        outcome.ledger().attempts().stream().map(a -> Map.entry(a.recordId(), a.opened())),
                        outcome.ledger().records().stream().map(r -> Map.entry(r.id(), r.changed())))
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
    }

    /** For each process that made a call: from its launch until it said that it runs. */
    List<Duration> starts() {
        return sorted(outcome.lives().stream()
                .flatMap(life -> life.started().map(at -> Duration.between(life.launched(), at)).stream()));
    }

    /** For each process that made a call: from its launch to its first call. */
    List<Duration> firstCalls() {
        return sorted(outcome.lives().stream()
                .flatMap(life -> firstCall(life).map(at -> Duration.between(life.launched(), at)).stream()));
    }

    /** For each process that made a call: from when it said that it runs. One that called before has waited for nothing. */
    List<Duration> startsToFirstCall() {
        return sorted(outcome.lives().stream()
                .flatMap(life ->
                        life.started().flatMap(at -> firstCall(life).map(call -> Duration.between(at, call))).stream())
                .map(time -> time.isNegative() ? Duration.ZERO : time));
    }

    /** For each kill of one while another lived: until the last record that waited then had a sign of life. */
    List<Duration> takeovers() {
        return sorted(outcome.incidents().stream()
                .filter(incident -> incident.strike().blow() == Blow.KILL)
                .filter(incident -> outcome.lives().stream().anyMatch(life -> livesThrough(life, incident)))
                .flatMap(incident -> lastSign(incident).stream()));
    }

    static String median(List<Duration> sorted) {
        return sorted.isEmpty() ? "-" : seconds(sorted.get(sorted.size() / 2));
    }

    static String longest(List<Duration> sorted) {
        return sorted.isEmpty() ? "-" : seconds(sorted.get(sorted.size() - 1));
    }

    private boolean livesThrough(Life life, Incident incident) {
        return !incident.hit(life.node())
                && life.started().filter(at -> at.isBefore(incident.at())).isPresent()
                && outcome.incidents().stream()
                        .noneMatch(other -> other.hit(life.node())
                                && !other.at().isBefore(life.launched())
                                && other.at().isBefore(incident.at().plusSeconds(15)));
    }

    private Optional<Duration> lastSign(Incident incident) {
        var first = new ArrayList<Duration>();
        Set<Long> open = incident.open();
        for (var record : open) {
            signs.getOrDefault(record, List.of()).stream()
                    .filter(at -> at.isAfter(incident.at()))
                    .min(Comparator.naturalOrder())
                    .ifPresent(at -> first.add(Duration.between(incident.at(), at)));
        }
        return first.stream().max(Comparator.naturalOrder());
    }

    private Optional<Instant> firstCall(Life life) {
        return outcome.ledger().attempts().stream()
                .filter(attempt -> attempt.node().equals(life.node()))
                .map(Ledger.Attempt::opened)
                .min(Comparator.naturalOrder());
    }

    private static List<Duration> sorted(Stream<Duration> times) {
        return times.sorted().toList();
    }

    private static String seconds(Duration time) {
        return "%d.%d s".formatted(time.toSeconds(), time.toMillisPart() / 100);
    }
}
