package io.hcpnbridge.mapping.format;

import io.hcpnbridge.mapping.problem.Problem;
import java.util.Map;

/** Hears what stands in an answer or a refusal, record by record. */
public interface AnswerListener {
    /**
     * A record.
     *
     * @param kind {@code header}, {@code result}, {@code text}, a kind of row, {@code sum}, {@code trailer}, {@code problem}
     * @param columns the text of each column that is not blank
     * @param number of its line, its element or its row of a message, from 1
     */
    void record(String kind, Map<String, String> columns, long number);

    /** What cannot be read. */
    void problem(Problem problem);
}
