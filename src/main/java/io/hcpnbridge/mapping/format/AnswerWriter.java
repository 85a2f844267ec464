package io.hcpnbridge.mapping.format;

import java.io.IOException;
import java.util.List;

/**
 * Writes one answer or refusal in the ERP's format.
 */
public interface AnswerWriter extends BatchWriter {
    /**
     * Writes a text of any length as as many {@code text} records as it takes, none if it is blank. Cuts between characters
     * only; what the charset cannot write is spelled out as an escape, so that this never fails.
     */
    void writeText(String document, String text) throws IOException;

    /** A text of any length in pieces that each fit that field; empty if it is blank. */
    List<String> wrap(String recordName, String fieldName, String text);

    /** Whether the format has a record of that name. */
    boolean has(String recordName);
}
