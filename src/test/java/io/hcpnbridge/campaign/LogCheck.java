package io.hcpnbridge.campaign;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the processes have said. */
final class LogCheck {
    /** By SIGKILL, by SIGTERM. */
    private static final Set<Integer> ENDS = Set.of(137, 143);

    private final Outcome outcome;

    LogCheck(Outcome outcome) {
        this.outcome = outcome;
    }

    List<String> findings() {
        return Stream.concat(claimsLost(), endedByThemselves()).toList();
    }

    /** A process that was killed or asked to stop ends so and not otherwise; one that finds no database does not start. */
    private Stream<String> endedByThemselves() {
        return outcome.lives().stream()
                .filter(life -> life.started().isPresent() || !isHit(life, Blow::isOfDatabase))
                .map(life -> Map.entry(life.node(), life.process().awaitEnd(Duration.ofSeconds(1))))
                .filter(end -> !ENDS.contains(end.getValue()))
                .map(end -> "ENDED by itself: %s with exit code %d".formatted(end.getKey(), end.getValue()));
    }

    private boolean isHit(Life life, Predicate<Blow> blows) {
        return outcome.incidents().stream()
                .anyMatch(incident -> incident.hit(life.node())
                        && blows.test(incident.strike().blow()));
    }

    /** A living process that was not frozen, and reached its ledger, never loses a claim. */
    private Stream<String> claimsLost() {
        return outcome.lives().stream()
                .filter(life -> !isHit(life, blow -> blow == Blow.FREEZE || blow.isOfDatabase()))
                .flatMap(life -> life.process()
                        .output()
                        .lines()
                        .filter(line -> line.contains("ClaimLost"))
                        .map(line -> "CLAIM LOST without a reason on " + life.node() + ": " + line));
    }

    /** How often each kind of warning and error came. */
    Map<String, Long> troubles() {
        return outcome.lives().stream()
                .flatMap(life -> life.process().output().lines())
                .filter(line -> line.contains("Z ERROR [") || line.contains("Z  WARN ["))
                .map(LogCheck::kind)
                .collect(Collectors.groupingBy(Function.identity(), TreeMap::new, Collectors.counting()));
    }

    long stackTraceLines() {
        return outcome.lives().stream()
                .flatMap(life -> life.process().output().lines())
                .filter(line -> line.startsWith("\tat "))
                .count();
    }

    private static String kind(String line) {
        var text = line.substring(line.indexOf('Z') + 1).strip();
        var plain = text.replaceAll("\\[.*?] ", "")
                .replaceAll("DOC-\\w+", "#")
                .replaceAll("@\\w+", "@#")
                .replaceAll("\\b[0-9a-f]{8,}\\b", "#")
                .replaceAll("\\d+", "#");
        return plain.length() > 120 ? plain.substring(0, 120) : plain;
    }
}
