package io.hcpnbridge.mapping.format;

import io.hcpnbridge.mapping.MappingException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The ERP's files of one interface, as its format file describes them. */
public final class FileFormat implements BatchFormat {
    private final FileShape shape;
    private final StreamLayout batch;
    private final StreamLayout answer;
    private final StreamLayout refusal;

    private FileFormat(FileShape shape, StreamLayout batch, StreamLayout answer, StreamLayout refusal) {
        this.shape = shape;
        this.batch = batch;
        this.answer = answer;
        this.refusal = refusal;
    }

    /**
     * @param file path below {@code mappings/}, for messages
     * @throws MappingException if the format file is not well-formed, not allowed or lacks a stream, record or field
     */
    public static FileFormat compile(String file, byte[] formatXml, FormatSettings settings) {
        FileShape shape = FileShape.of(settings);
        Map<String, StreamLayout> streams = FormatCompiler.compile(file, formatXml, shape);
        RequiredFields required = new RequiredFields(file, streams);
        required.check(settings);
        return new FileFormat(shape, streams.get("batch"), streams.get("answer"), streams.get("refusal"));
    }

    /**
     * The kind of files that a format file describes.
     *
     * @throws MappingException as {@link #compile}
     */
    public static FileKind kind(String file, byte[] formatXml) {
        return FormatXml.check(file, formatXml, null).kind();
    }

    /**
     * A byte order mark that does not belong to the declared charset ends the reading early, and so does XML that is not
     * well-formed.
     */
    @Override
    public void read(InputStream in, BatchListener listener) throws IOException {
        shape.read(batch, in, listener);
    }

    @Override
    public AnswerWriter answer(OutputStream out) {
        return new RecordWriter(answer, shape, out);
    }

    @Override
    public AnswerWriter refusal(OutputStream out) {
        return new RecordWriter(refusal, shape, out);
    }

    /** Whether the field is a number: of the stream {@code batch} or {@code answer}. Empty if there is no such field. */
    public Optional<Boolean> isNumber(String stream, String record, String field) {
        StreamLayout layout = Map.of("batch", batch, "answer", answer).get(stream);
        return layout.record(record).flatMap(found -> found.field(field)).map(FieldLayout::isNumber);
    }

    /** The kinds of records of a stream, {@code batch}, {@code answer} or {@code refusal}, as the format file describes them. */
    public List<FormatRecord> records(String stream) {
        StreamLayout layout =
                Map.of("batch", batch, "answer", answer, "refusal", refusal).get(stream);
        return layout.records().stream()
                .map(record -> FormatRecord.of(layout, record))
                .toList();
    }

    /** What kind of files they are. */
    public FileKind kind() {
        return shape.kind();
    }

    /** The unit that lengths are counted in, e.g. {@code 144 bytes}. */
    public String count(int length) {
        return shape.count(length);
    }

    /** The kinds of records that an answer can have, e.g. {@code header, result, order}. */
    public Set<String> answerRecords() {
        return Set.copyOf(answer.records().stream().map(RecordLayout::name).toList());
    }
}
