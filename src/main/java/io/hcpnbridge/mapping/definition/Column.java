package io.hcpnbridge.mapping.definition;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.hcpnbridge.mapping.format.TimeType;
import io.hcpnbridge.text.Words;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A column, defined once for files, messages, checks and pages.
 *
 * @param length in a fixed-length line, otherwise of its longest value in a file
 * @param decimals that an amount has without a point in files
 * @param time how a time is written in files
 * @param repeated whether the result of a record repeats it
 * @param toldBy which generation of the partner's endpoints fills it in an answer
 * @param label what pages call its type
 * @param meaning empty texts if its values say all
 * @param values what the values mean that it may have, in their order; none if nothing is said of them
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
        ToldBy toldBy,
        Words label,
        Words meaning,
        Map<String, Words> values,
        ObjectNode schema) {
    public Column {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }

    /** The same under another name and with another length. */
    Column as(String other, int otherLength) {
        return new Column(
                other,
                place,
                kind,
                otherLength,
                decimals,
                time,
                needed,
                repeated,
                toldBy,
                label,
                meaning,
                values,
                schema);
    }
}
