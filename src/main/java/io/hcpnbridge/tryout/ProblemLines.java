package io.hcpnbridge.tryout;

import io.hcpnbridge.ledger.BatchProblem;
import io.hcpnbridge.mapping.format.Form;
import java.util.List;

/** Problems of a batch as its refusal has them: line, field, value, rule. */
final class ProblemLines {
    private ProblemLines() {}

    /** Tells them, and gives what was told. */
    static List<String> tell(Page page, Form form, List<BatchProblem> problems) {
        var lines = problems.stream().map(problem -> text(form, problem)).toList();
        lines.forEach(line -> page.line("  " + line));
        return lines;
    }

    private static String text(Form form, BatchProblem problem) {
        var place = problem.line() == 0 ? "as a whole" : (form == Form.FILE ? "line " : "record ") + problem.line();
        var value = problem.value().isEmpty() ? "" : " \"" + problem.value() + "\"";
        return place + ": " + (problem.field() + value + " " + problem.rule()).strip();
    }
}
