package io.hcpnbridge.tryout;

import io.hcpnbridge.erp.FileNameRule;
import io.hcpnbridge.intake.rules.BatchCheck;
import io.hcpnbridge.intake.rules.Problems;
import io.hcpnbridge.ledger.BatchProblem;
import io.hcpnbridge.mapping.InterfaceMapping;
import io.hcpnbridge.mapping.format.Form;
import io.hcpnbridge.text.Language;
import io.hcpnbridge.text.Printable;
import io.hcpnbridge.text.Wording;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** What would become of one file: its problems by line, or what would be asked for each of its documents. */
final class FileTry {
    private static final Wording ENGLISH = new Wording(Language.EN, StandardCharsets.UTF_8);

    private final Wish wish;
    private final Page page;

    FileTry(Wish wish, Page page) {
        this.wish = wish;
        this.page = page;
    }

    /** What came of it, and of each of its documents if it is known what the partner said to them. */
    List<Tried> run(TriedFile file, InterfaceMapping mapping) {
        var outside = outside(file);
        if (!outside.isEmpty()) {
            return List.of(refused(file, mapping.name(), outside, List.of()));
        }
        var check = check(file, mapping);
        if (check.problemCount() > 0) {
            var problems = check.problems(ENGLISH);
            return List.of(refused(
                    file,
                    mapping.name(),
                    problems,
                    file.isToBeRefused() ? new AnswerTry(wish, page, file, check).refusal(problems) : List.of()));
        }
        page.line(file.name() + ": " + mapping.name() + ", "
                + (file.form() == Form.FILE ? "a file" : "a message") + " of tenant " + check.tenant() + ", batch "
                + check.header().path("batchNumber").asText() + ", " + Count.of(check.records(), "document"));
        var tried = new ArrayList<Tried>();
        tried.add(taken(file, asked(file, mapping, check)));
        file.recorded().ifPresent(recorded -> tried.addAll(new AnswerTry(wish, page, file, check).answers(recorded)));
        return tried;
    }

    private static Tried taken(TriedFile file, List<String> problems) {
        return new Tried(
                file.path().toString(),
                file.isToBeRefused() && problems.isEmpty() ? List.of("should be refused, and is not") : problems);
    }

    /** What is wrong with it before anybody reads it. */
    private List<BatchProblem> outside(TriedFile file) {
        var limits = wish.limits();
        var found = new ArrayList<BatchProblem>();
        if (file.form() == Form.FILE) {
            FileNameRule.brokenBy(file.name())
                    .ifPresent(rule -> found.add(new BatchProblem(0, "file", Printable.of(file.name()), rule.en())));
        }
        long most = file.form() == Form.FILE ? limits.fileBytes() : limits.messageBytes();
        if (file.size() > most) {
            found.add(new BatchProblem(0, file.form().text(), "", "has more than " + most / 1_048_576 + " MB"));
        }
        return found;
    }

    private BatchCheck check(TriedFile file, InterfaceMapping mapping) {
        var limits = wish.limits();
        var check = new BatchCheck(
                mapping,
                file.form(),
                wish.partner()::brokenBy,
                wish.partner().settings(""),
                file.form() == Form.MESSAGE ? limits.messageRecords() : Integer.MAX_VALUE,
                new Problems(limits.problems()));
        file.readBy(mapping, check);
        return check;
    }

    /** @param otherwise how it is refused in other words than expected */
    private Tried refused(TriedFile file, String interfaceName, List<BatchProblem> problems, List<String> otherwise) {
        page.line(file.name() + ": " + interfaceName + ", would be refused whole");
        var told = ProblemLines.tell(page, file.form(), problems);
        otherwise.forEach(difference -> page.line("  " + difference));
        return new Tried(file.path().toString(), file.isToBeRefused() ? otherwise : told);
    }

    private List<String> asked(TriedFile file, InterfaceMapping mapping, BatchCheck check) {
        var tenant = check.tenant();
        var calls = new Calls(wish, page, mapping, tenant);
        var documents = new Documents(mapping, calls::add);
        file.readBy(mapping, documents);
        documents.end();
        calls.end();
        return calls.failures();
    }
}
