package io.hcpnbridge.intake;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.hcpnbridge.ledger.BatchLedger;
import io.hcpnbridge.ledger.BatchProblem;
import io.hcpnbridge.mapping.Problem;
import io.hcpnbridge.mapping.format.BatchListener;
import java.util.List;

/** A message of no known interface: what can be told of it goes into its refusal. */
class NoInterfaceReading implements BatchListener {
    private final long batch;
    private final BatchLedger ledger;

    NoInterfaceReading(long batch, BatchLedger ledger) {
        this.batch = batch;
        this.ledger = ledger;
    }

    @Override
    public void header(ObjectNode header, long line) {
        var heading = new HeaderKeys(header);
        ledger.keepHeader(batch, heading.visible());
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
        ledger.noteProblems(
                batch, List.of(new BatchProblem(problem.line(), problem.field(), problem.value(), problem.rule())));
    }
}
