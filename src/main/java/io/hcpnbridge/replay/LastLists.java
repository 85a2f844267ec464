package io.hcpnbridge.replay;

import io.hcpnbridge.json.ExactJson;
import io.hcpnbridge.ledger.ResultRow;
import io.hcpnbridge.ledger.RowChange;
import io.hcpnbridge.mapping.InterfaceMapping;
import io.hcpnbridge.outcome.ChangedRows;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;

/** The lists that were read last, where documents are answered with what changed since; nothing was read before the first. */
final class LastLists {
    private final InterfaceMapping mapping;
    private final Map<String, Map<String, ResultRow>> lists = new HashMap<>();

    LastLists(InterfaceMapping mapping) {
        this.mapping = mapping;
    }

    /** Puts what changed into the place of the whole list, if the document asks for that. */
    void compare(Played played, boolean succeeded) {
        var delta = mapping.settings().delta();
        if (delta == null || !delta.isFor(played.content())) {
            return;
        }
        var after = new LinkedHashMap<String, ResultRow>();
        played.rows().values().stream()
                .filter(row -> row.kind().equals(delta.row()))
                .forEach(row -> after.put(row.key(), row));
        after.keySet().forEach(played.rows()::remove);
        if (succeeded) {
            var before = lists.put(delta.scope(played.content()), after);
            ChangedRows.of(mapping, played.record(), changes(before == null ? Map.of() : before, after)).stream()
                    .filter(Objects::nonNull)
                    .forEach(row -> played.rows().put(row.key(), row));
        }
    }

    private static List<RowChange> changes(Map<String, ResultRow> before, Map<String, ResultRow> after) {
        var changes = new ArrayList<RowChange>();
        after.forEach((key, row) -> {
            var old = before.get(key);
            if (old == null || !ExactJson.text(old.content()).equals(ExactJson.text(row.content()))) {
                changes.add(new RowChange(key, old == null ? null : old.content(), row.content()));
            }
        });
        var gone = new TreeSet<>(before.keySet());
        gone.removeAll(after.keySet());
        gone.forEach(key -> changes.add(new RowChange(key, before.get(key).content(), null)));
        return changes;
    }
}
