package io.hcpnbridge.mapping.format;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.util.List;

/** The ERP's files of one interface. */
public final class FileFormat implements BatchFormat {
    private final FileShape shape;
    private final StreamLayout batch;
    private final StreamLayout answer;
    private final StreamLayout refusal;

    /**
     * @param batch what the ERP writes: header, record, trailer
     * @param answer what it gets back
     * @param refusal what it gets back when a file as a whole is refused
     */
    public FileFormat(FormatSettings settings, StreamLayout batch, StreamLayout answer, StreamLayout refusal) {
        this.shape = FileShape.of(settings);
        this.batch = batch;
        this.answer = answer;
        this.refusal = refusal;
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
    public Charset charset() {
        return shape.settings().charset();
    }

    @Override
    public BatchWriter batch(OutputStream out) {
        return new RecordWriter(batch, shape, out);
    }

    @Override
    public AnswerWriter answer(OutputStream out) {
        return new RecordWriter(answer, shape, out);
    }

    @Override
    public void readAnswer(InputStream in, AnswerListener listener) throws IOException {
        shape.readWritten(answer, in, listener);
    }

    @Override
    public void readRefusal(InputStream in, AnswerListener listener) throws IOException {
        shape.readWritten(refusal, in, listener);
    }

    @Override
    public AnswerWriter refusal(OutputStream out) {
        return new RecordWriter(refusal, shape, out);
    }

    /** The three kinds of files: batch, answer, refusal. */
    public List<StreamLayout> streams() {
        return List.of(batch, answer, refusal);
    }

    /** What lengths count. */
    public Lengths lengths() {
        return shape.lengths();
    }

    /** The unit that lengths are counted in, e.g. {@code 144 bytes}. */
    public String count(int length) {
        return shape.count(length).en();
    }
}
