package io.hcpnbridge.mapping.format;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.Closeable;
import java.io.IOException;

/** Writes in the ERP's format, record by record. Members that a record has no place for are left out. Not thread-safe. */
public interface BatchWriter extends Closeable {
    /**
     * Writes one record.
     *
     * @throws UnfitValueException if a value does not fit its place or cannot be written in the charset; nothing of the record is
     *     written then
     * @throws IllegalArgumentException if the format has no such record
     */
    void write(String recordName, ObjectNode fields) throws IOException;

    /** Flushes and closes the stream below. */
    @Override
    void close() throws IOException;
}
