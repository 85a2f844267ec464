package io.hcpnbridge.mapping.format;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.hcpnbridge.mapping.problem.Problem;

/**
 * Hears what stands in a file, line by line in the file's order. A line with a problem is only reported as problems;
 * when any problem was reported the file must not be executed. Fields that are blank are absent, {@code recordType}
 * too; the objects belong to the listener.
 */
public interface BatchListener {
    void header(ObjectNode header, long line);

    void record(ObjectNode record, long line);

    /** A record in its place that could not be read: it counts, what it says is unknown. Its problems are reported as well. */
    default void unreadableRecord(long line) {}

    /** Whether further records need not be read, because the batch has too many already. */
    default boolean isFull() {
        return false;
    }

    void trailer(ObjectNode trailer, long line);

    /**
     * The batch may end before its end, as it does while somebody still writes it: that is so if there is a problem in its last line.
     *
     * @param line the last one
     */
    default void mayBeCutOff(long line) {}

    void problem(Problem problem);
}
