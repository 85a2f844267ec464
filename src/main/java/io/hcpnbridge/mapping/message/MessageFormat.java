package io.hcpnbridge.mapping.message;

import com.fasterxml.jackson.databind.JsonNode;
import io.hcpnbridge.mapping.format.AnswerListener;
import io.hcpnbridge.mapping.format.AnswerWriter;
import io.hcpnbridge.mapping.format.BatchFormat;
import io.hcpnbridge.mapping.format.BatchListener;
import io.hcpnbridge.mapping.format.BatchWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Batches, answers and refusals as JSON messages. Records are counted from 1 where files count lines. A message is held
 * in memory while it is read, so whoever takes it in bounds its size; an answer is written as a stream.
 */
public final class MessageFormat implements BatchFormat {
    /** For messages of no known interface: their header is read, and whether they are JSON at all; refusals can be written. */
    public static final MessageFormat OF_NO_INTERFACE = new MessageFormat(null, Set.of(), Set.of());

    private final MessageColumns columns;
    private final Set<String> totals;
    private final Set<String> unechoed;

    private MessageFormat(MessageColumns columns, Set<String> totals, Set<String> unechoed) {
        this.columns = columns;
        this.totals = totals;
        this.unechoed = unechoed;
    }

    /**
     * @param recordSchema of the interface, names and types of the columns
     * @param totals beside {@code count} what a message may state in {@code totals}
     * @param echoed the columns of a record that its result repeats
     */
    public static MessageFormat of(JsonNode recordSchema, List<String> totals, Predicate<String> echoed) {
        MessageColumns columns = MessageColumns.of(recordSchema);
        return new MessageFormat(
                columns,
                Set.copyOf(totals),
                Set.copyOf(columns.names().stream().filter(echoed.negate()).toList()));
    }

    @Override
    public void read(InputStream in, BatchListener listener) throws IOException {
        new MessageReading(columns, totals, listener).read(in.readAllBytes());
    }

    @Override
    public Charset charset() {
        return StandardCharsets.UTF_8;
    }

    @Override
    public BatchWriter batch(OutputStream out) throws IOException {
        return new BatchMessage(out);
    }

    @Override
    public AnswerWriter answer(OutputStream out) {
        return new AnswerMessage(out, unechoed);
    }

    @Override
    public AnswerWriter refusal(OutputStream out) {
        return new RefusalMessage(out);
    }

    @Override
    public void readAnswer(InputStream in, AnswerListener listener) throws IOException {
        new WrittenMessage(listener).read(in.readAllBytes());
    }

    @Override
    public void readRefusal(InputStream in, AnswerListener listener) throws IOException {
        readAnswer(in, listener);
    }
}
