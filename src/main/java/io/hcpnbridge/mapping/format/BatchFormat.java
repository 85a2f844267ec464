package io.hcpnbridge.mapping.format;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.Charset;

/**
 * How batches of one interface come in and how they are answered, in one {@link Form}. Compiled once, shared by all threads;
 * memory does not grow with the batch.
 */
public interface BatchFormat {
    /** Reads a whole batch and reports every error of every record; goes on as long as anything can be understood. */
    void read(InputStream in, BatchListener listener) throws IOException;

    /** In which its batches and answers are written. */
    Charset charset();

    /** Writes a batch as the ERP does: {@code header}, each {@code record}, {@code trailer}; closing it closes {@code out}. */
    BatchWriter batch(OutputStream out) throws IOException;

    /** Writes an answer; closing it closes {@code out}. */
    AnswerWriter answer(OutputStream out);

    /** Writes the refusal of a whole batch; closing it closes {@code out}. */
    AnswerWriter refusal(OutputStream out);

    /** Reads what {@link #answer} wrote, or a person wrote like it. */
    void readAnswer(InputStream in, AnswerListener listener) throws IOException;

    /** Reads what {@link #refusal} wrote, or a person wrote like it. */
    void readRefusal(InputStream in, AnswerListener listener) throws IOException;
}
