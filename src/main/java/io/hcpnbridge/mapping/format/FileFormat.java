package io.hcpnbridge.mapping.format;

import io.hcpnbridge.mapping.MappingException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The ERP's files of one interface, as its format file describes them. */
public final class FileFormat implements BatchFormat {
    private final FormatSettings settings;
    private final StreamLayout batch;
    private final StreamLayout answer;
    private final StreamLayout refusal;

    private FileFormat(FormatSettings settings, StreamLayout batch, StreamLayout answer, StreamLayout refusal) {
        this.settings = settings;
        this.batch = batch;
        this.answer = answer;
        this.refusal = refusal;
    }

    /**
     * @param file path below {@code mappings/}, for messages
     * @throws MappingException if the format file is not well-formed, not allowed or lacks a stream, record or field
     */
    public static FileFormat compile(String file, byte[] formatXml, FormatSettings settings) {
        Map<String, StreamLayout> streams = FormatCompiler.compile(file, formatXml, settings);
        RequiredFields required = new RequiredFields(file, streams);
        required.check(settings);
        return new FileFormat(settings, streams.get("batch"), streams.get("answer"), streams.get("refusal"));
    }

    public FormatSettings settings() {
        return settings;
    }

    /** Only a byte order mark that does not belong to the declared charset ends the reading early. */
    @Override
    public void read(InputStream in, BatchListener listener) throws IOException {
        new BatchReading(batch, settings, listener).read(in);
    }

    @Override
    public AnswerWriter answer(OutputStream out) {
        return new LineWriter(answer, settings, out);
    }

    @Override
    public AnswerWriter refusal(OutputStream out) {
        return new LineWriter(refusal, settings, out);
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
