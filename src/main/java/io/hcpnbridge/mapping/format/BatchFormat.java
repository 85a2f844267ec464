package io.hcpnbridge.mapping.format;

import io.hcpnbridge.mapping.MappingException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The ERP's files of one interface: reads batches, writes answers and refusals. Compiled once, shared by all threads;
 * memory does not grow with the file.
 */
public final class BatchFormat {
    private final FormatSettings settings;
    private final StreamLayout batch;
    private final StreamLayout answer;
    private final StreamLayout refusal;

    private BatchFormat(FormatSettings settings, StreamLayout batch, StreamLayout answer, StreamLayout refusal) {
        this.settings = settings;
        this.batch = batch;
        this.answer = answer;
        this.refusal = refusal;
    }

    /**
     * @param file path below {@code mappings/}, for messages
     * @throws MappingException if the format file is not well-formed, not allowed or lacks a stream, record or field
     */
    public static BatchFormat compile(String file, byte[] formatXml, FormatSettings settings) {
        Map<String, StreamLayout> streams = FormatCompiler.compile(file, formatXml, settings);
        RequiredFields required = new RequiredFields(file, streams);
        required.check(settings);
        return new BatchFormat(settings, streams.get("batch"), streams.get("answer"), streams.get("refusal"));
    }

    public FormatSettings settings() {
        return settings;
    }

    /**
     * Reads a whole file and reports every error of every line; never stops at the first. Only a byte order mark that
     * does not belong to the declared charset ends the reading, as nothing behind it can be understood.
     */
    public void read(InputStream in, BatchListener listener) throws IOException {
        new BatchReading(batch, settings, listener).read(in);
    }

    /** Writes an answer; closing it closes {@code out}. */
    public AnswerWriter answer(OutputStream out) {
        return new AnswerWriter(answer, settings, out);
    }

    /** Writes the refusal of a whole file; closing it closes {@code out}. */
    public AnswerWriter refusal(OutputStream out) {
        return new AnswerWriter(refusal, settings, out);
    }

    /** Whether the field is a number: of the stream {@code batch} or {@code answer}. Empty if there is no such field. */
    public Optional<Boolean> isNumber(String stream, String record, String field) {
        StreamLayout layout = Map.of("batch", batch, "answer", answer).get(stream);
        return layout.record(record).flatMap(found -> found.field(field)).map(FieldLayout::isNumber);
    }

    /** The kinds of lines that an answer can have, e.g. {@code header, result, order}. */
    public Set<String> answerRecords() {
        return Set.copyOf(answer.records().stream().map(RecordLayout::name).toList());
    }
}
