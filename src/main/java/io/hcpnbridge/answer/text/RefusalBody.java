package io.hcpnbridge.answer.text;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.hcpnbridge.json.ExactJson;
import io.hcpnbridge.ledger.BatchProblem;
import java.util.List;

/** The reasons of a refusal, one line each or more if they take more room, and how many lines there are. */
public final class RefusalBody {
    private final AnswerLines writer;
    private long problems;

    public RefusalBody(AnswerLines writer) {
        this.writer = writer;
    }

    public void header(ObjectNode header, String fileName) {
        writer.write("header", header.put("file", part(writer.wrap("header", "file", fileName), 0)));
    }

    public void problem(BatchProblem problem) {
        var values = writer.wrap("problem", "value", problem.value());
        var rules = writer.wrap("problem", "rule", problem.rule());
        for (int i = 0; i < Math.max(1, Math.max(values.size(), rules.size())); i++) {
            problems++;
            writer.write(
                    "problem",
                    ExactJson.mapper()
                            .createObjectNode()
                            .put("line", problem.line())
                            .put("field", problem.field())
                            .put("value", part(values, i))
                            .put("rule", part(rules, i)));
        }
    }

    public void end() {
        writer.write("trailer", ExactJson.mapper().createObjectNode().put("problems", problems));
    }

    private static String part(List<String> parts, int number) {
        return number < parts.size() ? parts.get(number) : "";
    }
}
