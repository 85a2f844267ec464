package io.hcpnbridge.intake.rules;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.hcpnbridge.json.ExactJson;
import io.hcpnbridge.ledger.BatchProblem;
import io.hcpnbridge.mapping.format.BatchListener;
import io.hcpnbridge.mapping.problem.Problem;
import io.hcpnbridge.text.Wording;
import java.util.List;

/** A message of no known interface: what can be told of it goes into its refusal. */
public final class NoInterfaceReading implements BatchListener {
    private final Problems problems;
    private ObjectNode header = ExactJson.mapper().createObjectNode();

    public NoInterfaceReading(Problems problems) {
        this.problems = problems;
    }

    /** What the header said, as answers may repeat it. */
    public ObjectNode header() {
        return header;
    }

    public List<BatchProblem> problems(Wording wording) {
        return problems.told(wording);
    }

    @Override
    public void header(ObjectNode said, long line) {
        var heading = new HeaderKeys(said);
        header = heading.visible();
        heading.problems(line).stream()
                .filter(problem -> !problem.field().equals("interface"))
                .forEach(this::problem);
    }

    @Override
    public void record(ObjectNode record, long line) {
        // Nobody knows its columns.
    }

    @Override
    public void trailer(ObjectNode trailer, long line) {
        // Nothing to compare it with.
    }

    @Override
    public void problem(Problem problem) {
        problems.add(problem);
    }
}
