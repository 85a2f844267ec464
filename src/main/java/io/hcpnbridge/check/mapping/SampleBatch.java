package io.hcpnbridge.check.mapping;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.hcpnbridge.mapping.InterfaceMapping;
import io.hcpnbridge.mapping.format.BatchListener;
import io.hcpnbridge.mapping.format.Form;
import io.hcpnbridge.mapping.problem.Problem;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/** A sample as an ERP would write it, read by the interface's own format. */
final class SampleBatch implements BatchListener {
    private final InterfaceMapping mapping;
    private final List<ObjectNode> records = new ArrayList<>();
    private final List<Problem> problems = new ArrayList<>();

    private SampleBatch(InterfaceMapping mapping) {
        this.mapping = mapping;
    }

    static boolean isOne(String file) {
        return file.contains(".in.");
    }

    /** Whether it is there to be refused. */
    static boolean isRefused(String file) {
        return file.startsWith("refused-");
    }

    static SampleBatch read(InterfaceMapping mapping, String file, byte[] content) {
        SampleBatch batch = new SampleBatch(mapping);
        try {
            mapping.format(file.endsWith(".json") ? Form.MESSAGE : Form.FILE)
                    .read(new ByteArrayInputStream(content), batch);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return batch;
    }

    List<ObjectNode> records() {
        return records;
    }

    /** What an ERP would be told. */
    List<Problem> problems() {
        return problems;
    }

    @Override
    public void header(ObjectNode header, long line) {
        // the same in every interface
    }

    @Override
    public void record(ObjectNode record, long line) {
        records.add(record);
        mapping.recordContract()
                .check(record)
                .forEach(broken -> problem(new Problem(line, broken.field(), broken.value(), broken.rule())));
    }

    @Override
    public void trailer(ObjectNode trailer, long line) {
        // totals are no matter of the files checked here
    }

    @Override
    public void problem(Problem problem) {
        problems.add(problem);
    }
}
