package io.hcpnbridge.check.mapping;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.hcpnbridge.mapping.InterfaceMapping;
import io.hcpnbridge.mapping.SampleFiles;
import java.util.ArrayList;
import java.util.List;

/** The samples of an interface are batches that its format reads; those of a mapping that is replaced may have another format. */
final class Samples {
    private Samples() {}

    /** The documents of all samples that can be read. */
    static List<ObjectNode> check(InterfaceMapping mapping, SampleFiles samples, Findings findings) {
        List<ObjectNode> records = new ArrayList<>();
        samples.files().forEach((file, content) -> {
            if (SampleBatch.isOne(file)) {
                SampleBatch batch = SampleBatch.read(mapping, file, content);
                records.addAll(batch.records());
                if (samples.own() && !SampleBatch.isRefused(file)) {
                    batch.problems()
                            .forEach(problem -> findings.add(
                                    "samples/" + file,
                                    (int) problem.line(),
                                    "would be refused: " + problem.field() + " " + problem.rule()
                                            + "; correct the sample, or interface.yaml"));
                }
            }
        });
        return records.stream().distinct().toList();
    }
}
