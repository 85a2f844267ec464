package io.hcpnbridge.tryout;

import io.hcpnbridge.intake.rules.BatchCheck;
import io.hcpnbridge.ledger.BatchProblem;
import io.hcpnbridge.replay.AnswerDifferences;
import io.hcpnbridge.replay.AnswerRecord;
import io.hcpnbridge.replay.ComposedAnswer;
import io.hcpnbridge.replay.Difference;
import io.hcpnbridge.replay.Played;
import io.hcpnbridge.replay.RecordedCalls;
import io.hcpnbridge.replay.Replay;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The answer to a file: played with what the partner said to its documents, and compared with the expected one. */
final class AnswerTry {
    /** Lines that are shown at most; the report has all that is wrong. */
    private static final int SHOWN = 200;

    private final Wish wish;
    private final Page page;
    private final TriedFile file;
    private final BatchCheck check;
    private final ComposedAnswer composed;
    /** By document; empty stands for the answer as a whole. */
    private final Map<String, List<String>> problems = new LinkedHashMap<>();

    private long lines;

    AnswerTry(Wish wish, Page page, TriedFile file, BatchCheck check) {
        this.wish = wish;
        this.page = page;
        this.file = file;
        this.check = check;
        this.composed = new ComposedAnswer(check.mapping(), file.form(), check.header());
    }

    /** What came of each document, and of the answer as a whole. */
    List<Tried> answers(RecordedCalls recorded) {
        var documents = played(recorded);
        documents.forEach(document -> problems.put(document.document(), new ArrayList<>()));
        problems.put("", new ArrayList<>());
        var words = new AnswerWords(check.mapping(), file.form(), documents);
        page.blank();
        page.line("Played with what the partner answered (recorded.json):");
        documents.forEach(document -> stopped(document, words));
        edition(documents, words, false);
        if (documents.stream().anyMatch(Played::isAnsweredTwice)) {
            edition(documents, words, true);
        }
        if (lines > SHOWN) {
            page.line("  " + Count.of(lines - SHOWN, "more line") + "; --" + Wish.REPORT + " has all that is wrong.");
        }
        return problems.entrySet().stream()
                .map(one -> new Tried(file.path() + what(one.getKey()), one.getValue()))
                .toList();
    }

    private static String what(String document) {
        return document.isEmpty() ? ", the answer as a whole" : ", document " + document;
    }

    /** How the refusal differs from the expected one. */
    List<String> refusal(List<BatchProblem> told) {
        var expected = TriedFile.beside(file.answer(false));
        if (expected.isEmpty()) {
            return List.of();
        }
        var words = new AnswerWords(check.mapping(), file.form(), List.of());
        var unreadable = new ArrayList<String>();
        var wanted = AnswerRecord.read(
                check.format(), expected.get(), true, problem -> unreadable.add(words.unreadable(problem)));
        var got = AnswerRecord.read(check.format(), composed.refusal(file.name(), told), true, problem -> {});
        AnswerDifferences.between(wanted, got, any -> true).stream()
                .filter(difference -> wish.partner().knowsRole(check.tenant()) || !mayBeByRole(difference))
                .forEach(difference -> unreadable.add(words.of(difference)));
        return unreadable;
    }

    /** What is refused for a tenant's role is not, as long as no setting tells the role. */
    private static boolean mayBeByRole(Difference difference) {
        return difference.what() == Difference.What.MISSING
                || difference.record().kind().equals("trailer");
    }

    private List<Played> played(RecordedCalls recorded) {
        var mapping = check.mapping();
        var tenant = check.tenant();
        var replay = new Replay(mapping, tenant, wish.partner().settings(tenant), recorded);
        var played = new LinkedHashMap<Documents.Document, Played>();
        var reading = new Documents(mapping, together -> {
            var begun = together.stream()
                    .map(document -> new Played(mapping, file.form(), tenant, document.content()))
                    .toList();
            replay.play(begun);
            for (int i = 0; i < begun.size(); i++) {
                played.put(together.get(i), begun.get(i));
            }
        });
        file.readBy(mapping, reading);
        reading.end();
        return played.entrySet().stream()
                .sorted(Map.Entry.comparingByKey((one, other) -> Long.compare(one.line(), other.line())))
                .map(Map.Entry::getValue)
                .toList();
    }

    /** A document of which it is not known what becomes of it: a fault if somebody expects something. */
    private void stopped(Played document, AnswerWords words) {
        document.failure()
                .ifPresent(reason -> problem(document.document(), "cannot be worked on: " + words.hidden(reason)));
        document.unanswered().ifPresent(call -> {
            var said = "no answer is recorded to " + words.of(call);
            if (isExpected(true) || isExpected(false) && !document.isKnown(false)) {
                problem(document.document(), said);
            } else {
                tell("  document " + document.document() + ": " + said);
            }
        });
    }

    private boolean isExpected(boolean last) {
        return TriedFile.beside(file.answer(last)).isPresent();
    }

    private void problem(String document, String text) {
        problems.get(document).add(text);
        tell("  " + (document.isEmpty() ? "" : "document " + document + ": ") + text);
    }

    private void edition(List<Played> documents, AnswerWords words, boolean last) {
        var known =
                documents.stream().filter(document -> document.isKnown(last)).toList();
        if (known.isEmpty()) {
            return;
        }
        var got = AnswerRecord.read(check.format(), composed.of(known, last), false, problem -> {});
        var path = file.answer(last);
        TriedFile.beside(path)
                .ifPresentOrElse(
                        expected -> compare(path, expected, got, counted(known, documents), words),
                        () -> show(path, got, words));
    }

    /** Sums and trailer tell of all documents. */
    private static Set<String> counted(List<Played> known, List<Played> all) {
        var counted = known.stream().map(Played::document).collect(Collectors.toSet());
        if (known.size() == all.size()) {
            counted.add("");
        }
        return counted;
    }

    private void compare(Path path, byte[] expected, List<AnswerRecord> got, Set<String> counted, AnswerWords words) {
        var name = path.getFileName();
        var before = count();
        var wanted = AnswerRecord.read(
                check.format(), expected, false, problem -> problem("", name + ", " + words.unreadable(problem)));
        // What the expected answer says of a document that the file does not have.
        var foreign = wanted.stream()
                .map(AnswerRecord::document)
                .filter(document -> !problems.containsKey(document))
                .collect(Collectors.toSet());
        AnswerDifferences.between(wanted, got, document -> counted.contains(document) || foreign.contains(document))
                .forEach(difference -> problem(
                        foreign.contains(difference.record().document())
                                ? ""
                                : difference.record().document(),
                        name + ", " + words.of(difference)));
        if (count() == before) {
            tell("  " + name + ": " + (counted.contains("") ? "all as expected" : "the others as expected"));
        }
    }

    private long count() {
        return problems.values().stream().mapToLong(List::size).sum();
    }

    private void show(Path path, List<AnswerRecord> got, AnswerWords words) {
        tell("  The answer, as there is no " + path.getFileName() + " to say what is expected:");
        got.forEach(record -> tell("    " + words.of(record)));
    }

    private void tell(String line) {
        lines++;
        if (lines <= SHOWN) {
            page.line(line);
        }
    }
}
