package io.hcpnbridge.mapping.definition;

import io.hcpnbridge.text.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A kind of record.
 *
 * @param letter that a line of it begins with
 * @param about how often it comes, and for what
 * @param columns without that letter, in their order
 */
public record RecordKind(String name, Place place, String letter, Words about, List<Column> columns) {
    public RecordKind {
        columns = List.copyOf(columns);
    }

    /** The column of that name. */
    public Optional<Column> column(String wanted) {
        return columns.stream().filter(column -> column.name().equals(wanted)).findFirst();
    }

    RecordKind with(List<Column> further) {
        List<Column> all = new ArrayList<>(columns);
        all.addAll(further);
        return new RecordKind(name, place, letter, about, all);
    }
}
