package io.hcpnbridge.outcome;

import io.hcpnbridge.ledger.ResultRow;
import io.hcpnbridge.mapping.problem.MappingException;
import java.util.List;

/**
 * The partner's answer cannot be put into the ERP's format as the mapping says. Names interface, file, row and column, and not what
 * the partner said there.
 */
public class UnfitAnswerException extends RuntimeException {
    public static final String CODE = "BRIDGE.ANSWER_UNFIT";

    private static final long serialVersionUID = 1L;
    private transient List<ResultRow> kept = List.of();

    public UnfitAnswerException(String message) {
        super(message);
    }

    public UnfitAnswerException(String message, Exception cause) {
        super(message, cause);
    }

    /** The response mapping failed. */
    public static UnfitAnswerException of(MappingException failed) {
        return new UnfitAnswerException(
                "The partner's answer cannot be mapped " + FailedMappingException.place(failed));
    }

    UnfitAnswerException keeping(List<ResultRow> rows) {
        kept = List.copyOf(rows);
        return this;
    }

    /** The rows that were all right. */
    public List<ResultRow> kept() {
        return kept;
    }
}
