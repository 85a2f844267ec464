package io.hcpnbridge.campaign;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The figures of a campaign, for people; with the logs of all processes in {@code target/campaign/<seed>/}. */
final class Report {
    private final Outcome outcome;
    private final List<String> findings;
    private final List<String> lines = new ArrayList<>();

    Report(Outcome outcome, List<String> findings) {
        this.outcome = outcome;
        this.findings = findings;
    }

    /** Writes it and returns it. */
    String write() {
        strikes();
        records();
        pace();
        logs();
        lines.add("");
        lines.add(findings.isEmpty() ? "Nothing found." : findings.size() + " findings:");
        findings.forEach(finding -> lines.add("  " + finding));
        var text = String.join("\n", lines) + "\n";
        keep(text);
        return text;
    }

    private void strikes() {
        var plan = outcome.plan();
        lines.add("Campaign of seed %d: %d writes, %d reads, %d kills of %d strikes, %d replicas, %s weather, %d s"
                .formatted(
                        plan.seed(),
                        plan.writes(),
                        plan.reads(),
                        plan.kills(),
                        plan.strikes().size(),
                        plan.replicas(),
                        plan.weather() ? "bad" : "good",
                        outcome.took().toSeconds()));
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
                        document -> (document.isWrite() ? "writes " : "reads ")
                                + outcome.row(document).state(),
                        Collectors.counting()));
        states.keySet().stream().sorted().forEach(state -> row(state, states.get(state)));
        var doubts = new DoubtCheck(outcome);
        var inDoubt = doubts.inDoubt();
        Map<String, Long> reasons = inDoubt.stream()
                .map(document -> doubts.reason(document).orElse("none"))
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
        row("in doubt because of", reasons);
        row(
                "in doubt and placed at the partner",
                inDoubt.stream()
                        .filter(document -> outcome.placed(document.resources().get(0)) > 0)
                        .count());
        row("doubts", outcome.ledger().count("select count(*) from doubt"));
        row(
                "  decided by the partner's reads",
                outcome.ledger()
                        .count("select count(*) from doubt where closed_at is not null and decided_by is null"));
        row("  left to a person", outcome.ledger().count("select count(*) from doubt where left_at is not null"));
        row("lost", findings.stream().filter(one -> one.startsWith("LOST")).count());
        row(
                "carried out twice",
                findings.stream().filter(one -> one.startsWith("TWICE")).count());
        row("files and messages", outcome.workload().handedIn().size());
        row("without an answer", outcome.unanswered().size());
        row("answer files named more than once", new FolderCheck(outcome).namedAgain());
        row(
                "messages answered more than once",
                outcome.workload().handedIn().stream()
                        .filter(one -> outcome.answers().replies(one.name()).size() > 1)
                        .count());
    }

    private void pace() {
        var pace = new Pace(outcome);
        row("processes", outcome.lives().size());
        row("launch to start", Pace.median(pace.starts()) + " median, " + Pace.longest(pace.starts()) + " longest");
        row(
                "launch to first call",
                Pace.median(pace.firstCalls()) + " median, " + Pace.longest(pace.firstCalls()) + " longest");
        row(
                "takeover by another after a kill",
                Pace.median(pace.takeovers()) + " median, " + Pace.longest(pace.takeovers()) + " longest of "
                        + pace.takeovers().size());
    }

    private void logs() {
        var logs = new LogCheck(outcome);
        row("lines of stack traces", logs.stackTraceLines());
        logs.troubles().forEach((kind, times) -> row("  " + times + " ×", kind));
    }

    private void row(String name, Object value) {
        lines.add("  %-36s %s".formatted(name, value));
    }

    private void keep(String text) {
        try {
            var folder = Path.of(
                    "target",
                    "campaign",
                    outcome.plan().seed() + "-" + outcome.plan().replicas());
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
