package io.hcpnbridge.mapping.definition;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.hcpnbridge.mapping.format.TimeType;
import java.util.Optional;

/**
 * A column, defined once for files, messages, checks and pages.
 *
 * @param length in a fixed-length line, otherwise of its longest value in a file
 * @param decimals that an amount has without a point in files
 * @param time how a time is written in files
 * @param repeated whether the result of a record repeats it
 * @param label what pages call its type
 * @param schema of its values
 */
public record Column(
        String name,
        Place place,
        ValueKind kind,
        int length,
        Optional<Integer> decimals,
        Optional<TimeType> time,
        boolean needed,
        boolean repeated,
        Words label,
        Words meaning,
        ObjectNode schema) {
    /** The same under another name and with another length. */
    Column as(String other, int otherLength) {
        return new Column(other, place, kind, otherLength, decimals, time, needed, repeated, label, meaning, schema);
    }
}
