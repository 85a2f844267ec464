package io.hcpnbridge.intake;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.hcpnbridge.intake.rules.CallGroups;
import io.hcpnbridge.ledger.BatchLedger;
import io.hcpnbridge.ledger.BatchLine;
import io.hcpnbridge.mapping.InterfaceMapping;
import io.hcpnbridge.mapping.format.BatchListener;
import io.hcpnbridge.mapping.problem.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The second reading of a batch that breaks no rule: its records go into the ledger. */
class BatchLines implements BatchListener {
    private static final int AT_A_TIME = 1_000;

    private final long batch;
    private final String tenant;
    private final String interfaceName;
    private final BatchLedger ledger;
    private final Set<String> oneTime;
    private final CallGroups groups;
    private final List<BatchLine> lines = new ArrayList<>();
    private int position;

    BatchLines(long batch, String tenant, InterfaceMapping mapping, BatchLedger ledger) {
        this.batch = batch;
        this.tenant = tenant;
        this.interfaceName = mapping.name();
        this.ledger = ledger;
        this.oneTime = mapping.personal().oneTime();
        this.groups = new CallGroups(mapping.settings().together());
    }

    @Override
    public void header(ObjectNode header, long line) {
        // Known from the first reading.
    }

    @Override
    public void record(ObjectNode record, long line) {
        position++;
        var document = record.path("document").asText();
        lines.add(new BatchLine(position, line, document, RecordHash.of(record), groups.of(record), record));
        if (lines.size() == AT_A_TIME) {
            flush();
        }
    }

    @Override
    public void trailer(ObjectNode trailer, long line) {
        // Known from the first reading.
    }

    /** @throws IllegalStateException the first reading found none, so the content has changed meanwhile */
    @Override
    public void problem(Problem problem) {
        throw new IllegalStateException("A batch that broke no rule breaks one: " + problem.rule());
    }

    /** To be called at the end. */
    void flush() {
        if (!lines.isEmpty()) {
            ledger.addLines(batch, tenant, interfaceName, lines, oneTime);
            lines.clear();
        }
    }
}
