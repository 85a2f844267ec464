package io.hcpnbridge.answer.text;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.hcpnbridge.mapping.MappingCatalog;
import io.hcpnbridge.mapping.MappingSource;
import io.hcpnbridge.mapping.format.AnswerWriter;
import io.hcpnbridge.mapping.format.Form;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;

/** Writes in the format of an interface and keeps what was written, line by line: {@code <line> <fields>}, with
 * single quotes. */
final class RecordedLines implements AnswerWriter {
    private final AnswerWriter format;
    private final List<String> lines = new ArrayList<>();

    private RecordedLines(AnswerWriter format) {
        this.format = format;
    }

    /** Of an answer. */
    static RecordedLines ofAnswer() {
        return new RecordedLines(new MappingCatalog(new MappingSource("classpath:mapping/catalog/"))
                .current("stock.query")
                .format(Form.FILE)
                .answer(OutputStream.nullOutputStream()));
    }

    /** Of a refusal. */
    static RecordedLines ofRefusal() {
        return new RecordedLines(new MappingCatalog(new MappingSource("classpath:mapping/catalog/"))
                .current("stock.query")
                .format(Form.FILE)
                .refusal(OutputStream.nullOutputStream()));
    }

    List<String> lines() {
        return lines;
    }

    @Override
    public void write(String recordName, ObjectNode fields) throws IOException {
        format.write(recordName, fields);
        lines.add(recordName + " " + fields.toString().replace('"', '\''));
    }

    @Override
    public void writeText(String document, String text) throws IOException {
        format.writeText(document, text);
        if (text != null && !text.isBlank()) {
            lines.add("text " + document + ": " + text);
        }
    }

    @Override
    public List<String> wrap(String recordName, String fieldName, String text) {
        return format.wrap(recordName, fieldName, text);
    }

    @Override
    public boolean has(String recordName) {
        return format.has(recordName);
    }

    @Override
    public void close() throws IOException {
        format.close();
    }
}
