package io.hcpnbridge.campaign;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The figures of a part of the campaign, for people; with the logs of all processes in {@code target/campaign/<part>-<seed>/}. */
final class Report {
    private final Outcome outcome;
    private final List<String> findings;
    private final DoubtCheck doubts;
    private final Pace pace;
    private final List<String> lines = new ArrayList<>();

    Report(Outcome outcome, List<String> findings) {
        this.outcome = outcome;
        this.findings = findings;
        this.doubts = new DoubtCheck(outcome);
        this.pace = new Pace(outcome);
    }

    /** Writes it and returns it. */
    String write() {
        strikes();
        records();
        doubts();
        pace();
        logs();
        lines.add("");
        lines.add(findings.isEmpty() ? "Nothing found." : findings.size() + " findings:");
        findings.forEach(finding -> lines.add("  " + finding));
        var text = String.join("\n", lines) + "\n";
        keep(text);
        Figures.add(outcome.plan().part(), figures());
        return text;
    }

    private Map<String, Object> figures() {
        var row = new LinkedHashMap<String, Object>();
        row.put(
                "asked for",
                "%,d documents, %,d files and messages, %d pulls"
                        .formatted(
                                outcome.workload().documents().size(),
                                outcome.workload().handedIn().size(),
                                outcome.plan().pulls()));
        row.put("befell it", befell());
        row.put("writes carried out", "%,d".formatted(outcome.partner().executed()));
        row.put("twice", found("TWICE"));
        row.put("lost", found("LOST"));
        row.put("unanswered", found("UNANSWERED"));
        row.put("untrue", found("UNTRUE"));
        row.put("doubts", doubts.doubts().size());
        row.put("decided by the partner's reads", "%.1f %%".formatted(100 * doubts.share()));
        row.put("start to first call", Pace.median(pace.startsToFirstCall()) + " median");
        row.put("took", Progress.time(outcome.took()));
        row.put("seed", outcome.plan().seed());
        row.put("findings", findings.size());
        return row;
    }

    /** Each kind of blow, and how often. */
    private String befell() {
        var often = new EnumMap<Blow, Long>(Blow.class);
        outcome.incidents().forEach(incident -> often.merge(incident.strike().blow(), 1L, Long::sum));
        var blows = often.entrySet().stream()
                .map(blow -> blow.getValue() + " × "
                        + blow.getKey().name().toLowerCase(Locale.ROOT).replace('_', ' '))
                .collect(Collectors.joining(", "));
        var late = outcome.incidents().stream()
                .filter(incident -> !incident.came())
                .count();
        return (blows.isEmpty() ? outcome.plan().weather().toString() : blows)
                + (late == 0 ? "" : " (%d not at their moment, which did not come)".formatted(late));
    }

    private void strikes() {
        var plan = outcome.plan();
        lines.add("%s, seed %d: %d writes, %d reads, %d pulls, %d strikes, %d replicas, %s, %s"
                .formatted(
                        plan.part(),
                        plan.seed(),
                        plan.writes(),
                        plan.reads(),
                        plan.pulls(),
                        plan.strikes().size(),
                        plan.replicas(),
                        plan.weather(),
                        Progress.time(outcome.took())));
        outcome.incidents()
                .forEach(incident -> row(
                        incident.at().toString().substring(11, 23) + " "
                                + incident.strike().blow(),
                        incident.strike().moment() + (incident.came() ? "" : " (did not come)") + " "
                                + incident.nodes()));
    }

    private void records() {
        var states = outcome.workload().documents().stream()
                .collect(Collectors.groupingBy(
                        document -> document.kind().id() + " "
                                + outcome.row(document).state(),
                        Collectors.counting()));
        states.keySet().stream().sorted().forEach(state -> row(state, states.get(state)));
        row("pulls answered", outcome.pulls().answered());
        row("writes carried out", outcome.partner().executed());
        row("lost", found("LOST"));
        row("carried out twice", found("TWICE"));
        row("answered with what is not so", found("UNTRUE"));
        row("files and messages", outcome.workload().handedIn().size());
        row("without an answer", found("UNANSWERED"));
        row("answer files named more than once", new FolderCheck(outcome).namedAgain());
        row("replies that came more than once", outcome.answers().repeatedReplies());
    }

    private void doubts() {
        Map<String, Long> reasons = doubts.doubts().stream()
                .map(doubt -> doubts.reason(doubt).orElse("none"))
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
        row("doubts", doubts.doubts().size());
        row("  because of", reasons);
        row(
                "  decided by the partner's reads",
                doubts.doubts().stream()
                        .filter(Ledger.Doubt::isResolvedByPartner)
                        .collect(Collectors.groupingBy(Ledger.Doubt::verdict, Collectors.counting())));
        row(
                "  left to a person",
                doubts.doubts().stream().filter(Ledger.Doubt::left).count());
    }

    private void pace() {
        row("processes", outcome.lives().size());
        row("launch to start", span(pace.starts()));
        row("start to first call", span(pace.startsToFirstCall()));
        row("launch to first call", span(pace.firstCalls()));
        row(
                "takeover by another after a kill",
                span(pace.takeovers()) + " of " + pace.takeovers().size());
    }

    private static String span(List<Duration> times) {
        return Pace.median(times) + " median, " + Pace.longest(times) + " longest";
    }

    private void logs() {
        var logs = new LogCheck(outcome);
        row("lines of stack traces", logs.stackTraceLines());
        logs.troubles().forEach((kind, times) -> row("  " + times + " ×", kind));
    }

    private long found(String kind) {
        return findings.stream().filter(one -> one.startsWith(kind)).count();
    }

    private void row(String name, Object value) {
        lines.add("  %-36s %s".formatted(name, value));
    }

    private void keep(String text) {
        try {
            var folder = Figures.FOLDER.resolve(
                    outcome.plan().part() + "-" + outcome.plan().seed());
            Files.createDirectories(folder);
            Files.writeString(folder.resolve("report.txt"), text);
            for (var life : outcome.lives()) {
                Files.writeString(
                        folder.resolve(life.node() + ".log"), life.process().output());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
