package io.hcpnbridge.mapping.message;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.hcpnbridge.json.ExactJson;
import io.hcpnbridge.mapping.format.BatchListener;
import io.hcpnbridge.mapping.problem.Problem;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** What a message of an invented interface says. */
final class ReadMessage implements BatchListener {
    static final MessageFormat FORMAT = MessageFormat.of(
            ExactJson.read(
                    """
                    {"properties": {"document": {"type": "string"}, "customer": {"type": "string"}, "since": {"type": "string"},
                     "months": {"type": "integer"}, "mode": {"enum": [1, 2]}, "amount": {"type": "number"}, "remark": {}}}
                    """),
            List.of("monthTotal"),
            "remark"::equals);

    ObjectNode header;
    ObjectNode trailer;
    final List<String> records = new ArrayList<>();
    final List<String> problems = new ArrayList<>();
    int unreadable;

    static ReadMessage of(String message) {
        return of(FORMAT, message.getBytes(StandardCharsets.UTF_8));
    }

    static ReadMessage of(MessageFormat format, byte[] message) {
        var read = new ReadMessage();
        try {
            format.read(new ByteArrayInputStream(message), read);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return read;
    }

    /** A message with a proper header around the records. */
    static ReadMessage ofRecords(String records) {
        return of(
                """
                {"interface": "stock.query", "tenant": "acme", "batchNumber": "B1", "createdAt": "2024-03-01T00:00:00Z",
                 "records": %s}
                """
                        .formatted(records));
    }

    @Override
    public void header(ObjectNode content, long line) {
        header = content;
    }

    @Override
    public void record(ObjectNode content, long line) {
        records.add(line + " " + ExactJson.text(content));
    }

    @Override
    public void unreadableRecord(long line) {
        unreadable++;
    }

    @Override
    public void trailer(ObjectNode content, long line) {
        trailer = content;
    }

    @Override
    public void problem(Problem problem) {
        problems.add("%d|%s|%s|%s".formatted(problem.line(), problem.field(), problem.value(), problem.rule()));
    }
}
