package io.hcpnbridge.mappings;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.hcpnbridge.mapping.format.BatchListener;
import io.hcpnbridge.mapping.format.Form;
import io.hcpnbridge.mapping.problem.Problem;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/** A batch as the shipped format reads it, with the rules of the records checked. */
final class ReadBatch implements BatchListener {
    private final ShippedMapping mapping;
    ObjectNode header;
    final List<ObjectNode> records = new ArrayList<>();
    ObjectNode trailer;
    final List<String> problems = new ArrayList<>();

    private ReadBatch(ShippedMapping mapping) {
        this.mapping = mapping;
    }

    static ReadBatch of(String iface, byte[] file) {
        return of(iface, Form.FILE, file);
    }

    static ReadBatch of(String iface, Form form, byte[] file) {
        ReadBatch batch = new ReadBatch(ShippedMapping.of(iface));
        try {
            batch.mapping.mapping().format(form).read(new ByteArrayInputStream(file), batch);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return batch;
    }

    @Override
    public void header(ObjectNode content, long line) {
        header = content;
    }

    @Override
    public void record(ObjectNode content, long line) {
        records.add(content);
        mapping.mapping()
                .recordContract()
                .check(content)
                .forEach(broken -> problems.add(line + " " + broken.field() + ": " + broken.rule()));
    }

    @Override
    public void trailer(ObjectNode content, long line) {
        trailer = content;
    }

    @Override
    public void problem(Problem problem) {
        problems.add(problem.line() + " " + problem.field() + ": " + problem.rule());
    }
}
