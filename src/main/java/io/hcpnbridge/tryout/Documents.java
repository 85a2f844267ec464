package io.hcpnbridge.tryout;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.hcpnbridge.intake.rules.CallGroups;
import io.hcpnbridge.json.ExactJson;
import io.hcpnbridge.mapping.InterfaceMapping;
import io.hcpnbridge.mapping.format.BatchListener;
import io.hcpnbridge.mapping.problem.Problem;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** The second reading of a batch that breaks no rule: its documents, those together that share a call. */
final class Documents implements BatchListener {
    private final CallGroups groups;
    private final int most;
    private final Consumer<List<Document>> calls;
    private final Map<String, List<Document>> gathered = new LinkedHashMap<>();

    /**
     * A document.
     *
     * @param line in which it stands; its number in a message
     */
    record Document(long line, ObjectNode content) {
        String number() {
            return content.path("document").asText();
        }
    }

    Documents(InterfaceMapping mapping, Consumer<List<Document>> calls) {
        var together = mapping.settings().together();
        this.groups = new CallGroups(together);
        this.most = together == null ? 1 : together.atMost();
        this.calls = calls;
    }

    @Override
    public void record(ObjectNode record, long line) {
        // As the ledger gives it back: to a mapping a number as it was read is another than the same number in JSON.
        var document = new Document(line, (ObjectNode) ExactJson.read(ExactJson.bytes(record)));
        var group = groups.of(record);
        if (group == null) {
            calls.accept(List.of(document));
            return;
        }
        var shared = gathered.computeIfAbsent(group, none -> new ArrayList<>());
        shared.add(document);
        if (shared.size() == most) {
            calls.accept(gathered.remove(group));
        }
    }

    /** To be called at the end. */
    void end() {
        gathered.values().forEach(calls);
        gathered.clear();
    }

    @Override
    public void header(ObjectNode header, long line) {
        // Known from the first reading.
    }

    @Override
    public void trailer(ObjectNode trailer, long line) {
        // Known from the first reading.
    }

    @Override
    public void problem(Problem problem) {
        throw new UnusableException("The file has changed while it was read; try it again");
    }
}
