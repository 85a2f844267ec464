package io.hcpnbridge.outcome;

import io.hcpnbridge.ledger.ResultRow;
import io.hcpnbridge.mapping.problem.MappingException;
import io.hcpnbridge.text.Words;
import java.util.List;

/**
 * The partner's answer cannot be put into the ERP's format as the mapping says. Names interface, file, row and column, and not what
 * the partner said there.
 */
public class UnfitAnswerException extends RuntimeException {
    public static final String CODE = "BRIDGE.ANSWER_UNFIT";

    private static final long serialVersionUID = 1L;
    private final transient Words words;
    private transient List<ResultRow> kept = List.of();

    public UnfitAnswerException(Words words) {
        this(words, null);
    }

    public UnfitAnswerException(Words words, Exception cause) {
        super(words.en(), cause);
        this.words = words;
    }

    /** The response mapping failed. */
    public static UnfitAnswerException of(MappingException failed) {
        return new UnfitAnswerException(Words.of(
                "The partner's answer cannot be mapped %s", "伙伴的应答无法映射%s", FailedMappingException.place(failed)));
    }

    /** The message in both languages. */
    public Words words() {
        return words;
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
