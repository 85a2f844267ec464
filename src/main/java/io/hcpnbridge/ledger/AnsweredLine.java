package io.hcpnbridge.ledger;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.hcpnbridge.text.Words;

/**
 * One line of a batch with what became of it.
 *
 * @param asked the canonical record; of a conflicting line the one that came first
 * @param status {@link RecordState#IN_DOUBT}, a final state, or {@link #PENDING}
 * @param open whether the last answer waits for it: the partner decides later, or is asked about a write in doubt
 * @param fields record-level fields of the answer
 * @param rows number of result rows that follow
 * @param conflictingFile the file or message that brought this document number first, if it did so with other content, e.g.
 *     {@code file march.txt}; else null
 */
public record AnsweredLine(
        String document,
        String status,
        boolean open,
        String code,
        Words text,
        ObjectNode asked,
        ObjectNode fields,
        long rows,
        Words conflictingFile) {
    /** The partner has taken the record and decides later. */
    public static final String PENDING = "PENDING";
}
