package io.hcpnbridge.mapping.format;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.Closeable;
import java.io.IOException;
import java.util.List;

/**
 * Writes one answer or refusal in the ERP's format, record by record. Members that a record has no place for are left out.
 * Not thread-safe.
 */
public interface AnswerWriter extends Closeable {
    /**
     * Writes one record.
     *
     * @throws UnfitValueException if a value does not fit its place or cannot be written in the charset; nothing of the record is
     *     written then
     * @throws IllegalArgumentException if the format has no such record
     */
    void write(String recordName, ObjectNode fields) throws IOException;

    /**
     * Writes a text of any length as as many {@code text} records as it takes, none if it is blank. Cuts between characters
     * only; what the charset cannot write is spelled out as an escape, so that this never fails.
     */
    void writeText(String document, String text) throws IOException;

    /** A text of any length in pieces that each fit that field; empty if it is blank. */
    List<String> wrap(String recordName, String fieldName, String text);

    /** Whether the format has a record of that name. */
    boolean has(String recordName);

    /** Flushes and closes the stream below. */
    @Override
    void close() throws IOException;
}
