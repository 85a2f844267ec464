package io.hcpnbridge.ledger;

import io.hcpnbridge.text.Words;
import java.util.List;

/**
 * What a shadow read has come to.
 *
 * @param known differences that somebody has explained, or that the mapping tells of
 * @param unexplained all others
 * @param text why it could not be compared; else null
 */
public record ShadowEnd(Verdict verdict, int known, List<Difference> unexplained, Words text) {
    /** How many of the differences are kept. */
    static final int MOST_KEPT = 100;

    public ShadowEnd {
        unexplained = List.copyOf(unexplained);
    }

    /** How two answers can compare. */
    public enum Verdict {
        SAME,
        /** They differ as they are known to. */
        KNOWN,
        DIFFERENT,
        /** The other generation gave no answer that the ERP could have been told. */
        FAILED,
        /** Nothing can be compared, and that is nobody's fault. */
        SKIPPED
    }

    /**
     * One value that differs.
     *
     * @param kind of row; {@code result} for what is told once of a document
     * @param key of the row; empty for the result
     * @param field column; {@code *} for a row that only one of them tells
     * @param answered what the ERP was told; null: nothing
     * @param shadowed what the other generation tells
     */
    public record Difference(String kind, String key, String field, String answered, String shadowed) {}

    /** It could not be compared. */
    public static ShadowEnd without(Verdict verdict, Words why) {
        return new ShadowEnd(verdict, 0, List.of(), why);
    }
}
