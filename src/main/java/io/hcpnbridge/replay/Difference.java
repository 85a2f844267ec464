package io.hcpnbridge.replay;

/**
 * Where an answer is another than the expected one.
 *
 * @param what is different
 * @param record of the expected answer, or one that is too many in the other
 * @param column that differs, else null
 * @param expected text of the column; null if it is blank
 * @param got likewise
 */
public record Difference(What what, AnswerRecord record, String column, String expected, String got) {
    /** What can be different. */
    public enum What {
        COLUMN,
        MISSING,
        TOO_MANY,
        IN_ANOTHER_PLACE
    }

    static Difference of(What what, AnswerRecord record) {
        return new Difference(what, record, null, null, null);
    }
}
