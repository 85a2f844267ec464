package io.hcpnbridge.answer;

import io.hcpnbridge.json.ExactJson;
import io.hcpnbridge.ledger.BatchProblem;

/** The reasons of a refusal, one line each, and how many there are. */
class RefusalBody {
    private final AnswerLines writer;
    private long problems;

    RefusalBody(AnswerLines writer) {
        this.writer = writer;
    }

    void problem(BatchProblem problem) {
        problems++;
        writer.write(
                "problem",
                ExactJson.mapper()
                        .createObjectNode()
                        .put("line", problem.line())
                        .put("field", problem.field())
                        .put("value", problem.value())
                        .put("rule", problem.rule()));
    }

    void end() {
        writer.write("trailer", ExactJson.mapper().createObjectNode().put("problems", problems));
    }
}
