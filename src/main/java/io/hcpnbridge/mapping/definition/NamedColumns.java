package io.hcpnbridge.mapping.definition;

import io.hcpnbridge.mapping.problem.Mistakes;
import io.hcpnbridge.text.Nearest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** What {@code interface.yaml} names besides columns are columns. */
final class NamedColumns {
    private final YamlSection root;
    private final RecordKind record;
    private final RecordKind trailer;
    private final List<RecordKind> rows;
    private final Mistakes mistakes = new Mistakes();

    NamedColumns(YamlSection root, List<RecordKind> batch, List<RecordKind> answer) {
        this.root = root;
        this.record = batch.get(1);
        this.trailer = batch.get(2);
        this.rows = answer.stream()
                .filter(kind -> !InterfaceDefinition.FRAME.contains(kind.name()))
                .toList();
    }

    void check(InterfaceSettings settings) {
        settings.controls().forEach(control -> {
            number("controls", record, control.sumOf());
            number("controls", trailer, control.trailer());
        });
        settings.sums().forEach(sum -> row("sums", sum.row()).ifPresent(row -> {
            number("sums", row, sum.field());
            column("sums", row, sum.by());
        }));
        if (settings.together() != null) {
            readOnly("together", settings, "only reads can share a call");
            settings.together().by().forEach(name -> column("together", record, name));
        }
        if (settings.delta() != null) {
            delta(settings);
        }
        mistakes.end();
    }

    private void delta(InterfaceSettings settings) {
        readOnly("delta", settings, "only reads that share no call can be compared");
        if (settings.together() != null) {
            mistakes.note(root.error("delta", "only reads that share no call can be compared"));
        }
        row("delta", settings.delta().row());
        List<String> fields = new ArrayList<>(settings.delta().by());
        if (settings.delta().field() != null) {
            fields.add(settings.delta().field());
        }
        fields.forEach(name -> column("delta", record, name));
    }

    private void readOnly(String key, InterfaceSettings settings, String reason) {
        if (!settings.effect().equals("read")) {
            mistakes.note(root.error(key, reason));
        }
    }

    private Optional<RecordKind> row(String key, String name) {
        Optional<RecordKind> row =
                rows.stream().filter(kind -> kind.name().equals(name)).findFirst();
        if (row.isEmpty()) {
            String kinds = rows.stream().map(RecordKind::name).collect(Collectors.joining(", "));
            mistakes.note(root.error(key, "the answer has no row " + name + "; it has " + kinds));
        }
        return row;
    }

    private Optional<Column> column(String key, RecordKind kind, String name) {
        Optional<Column> column = kind.column(name);
        if (column.isEmpty()) {
            mistakes.note(root.error(
                    key, "there is no column " + name + " of " + kind.name() + Nearest.advice(name, names(kind))));
        }
        return column;
    }

    private static List<String> names(RecordKind kind) {
        return kind.columns().stream().map(Column::name).toList();
    }

    private void number(String key, RecordKind kind, String name) {
        column(key, kind, name)
                .filter(column -> !column.kind().isNumeric())
                .ifPresent(text -> mistakes.note(root.error(
                        key, name + " of " + kind.name() + " is no number, which it must be to be added up")));
    }
}
