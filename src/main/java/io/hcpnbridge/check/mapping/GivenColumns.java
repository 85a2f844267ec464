package io.hcpnbridge.check.mapping;

import io.hcpnbridge.mapping.InterfaceMapping;
import io.hcpnbridge.mapping.Spelling;
import io.hcpnbridge.mapping.definition.Column;
import io.hcpnbridge.mapping.definition.RecordKind;
import io.hcpnbridge.mapping.definition.ValueKind;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** What the answer has a column for is given by a mapping, at least to one document and one answer that it was tried with. */
final class GivenColumns {
    private final Set<String> given;
    private final Findings findings;

    private GivenColumns(Set<String> given, Findings findings) {
        this.given = given;
        this.findings = findings;
    }

    /** @param given see {@link StepRules#given()} */
    static void check(InterfaceMapping mapping, Set<String> given, Findings findings) {
        GivenColumns check = new GivenColumns(given, findings);
        check.kind(
                "",
                mapping.definition().ownColumns("result").stream()
                        .filter(column -> !isRepeated(mapping, column))
                        .toList());
        for (RecordKind row : mapping.definition().rows()) {
            check.kind(
                    row.name(),
                    row.columns().stream()
                            .filter(column -> !column.name().equals("document"))
                            .toList());
        }
    }

    /** What the record has under the same name goes out with the result. */
    private static boolean isRepeated(InterfaceMapping mapping, Column column) {
        return mapping.definition().record().column(column.name()).isPresent();
    }

    private void kind(String row, List<Column> columns) {
        for (Column column : columns) {
            if (column.kind() != ValueKind.BLANK && !given.contains(row + "." + column.name())) {
                findings.add(
                        column.place().file(),
                        column.place().line(),
                        "no mapping gives the column " + column.name()
                                + (row.isEmpty() ? " of the result" : " of a row " + row)
                                + "; give it, or take it out, or write type: blank if it only keeps its place"
                                + Spelling.advice(column.name(), unplaced(row, columns)));
            }
        }
    }

    /** What is given, but has no column. */
    private Set<String> unplaced(String row, List<Column> columns) {
        Set<String> names = new TreeSet<>();
        given.stream()
                .filter(name -> name.startsWith(row + "."))
                .map(name -> name.substring(row.length() + 1))
                .forEach(names::add);
        columns.forEach(column -> names.remove(column.name()));
        return names;
    }
}
