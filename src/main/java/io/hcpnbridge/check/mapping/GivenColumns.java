package io.hcpnbridge.check.mapping;

import io.hcpnbridge.mapping.InterfaceMapping;
import io.hcpnbridge.mapping.definition.Column;
import io.hcpnbridge.mapping.definition.RecordKind;
import io.hcpnbridge.mapping.definition.ValueKind;
import io.hcpnbridge.text.Nearest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What the answer has a column for is given by a mapping: to one document and one answer that it was tried with, or, as not every way
 * through a mapping is found by trying, its name stands in one. Of mappings that copy whatever there is, nothing is said.
 */
final class GivenColumns {
    private static final Pattern COPIES = Pattern.compile("\\*\\s*(-[^:{}]*)?:");

    private final Set<String> given;
    private final String mappings;
    private final Findings findings;

    private GivenColumns(InterfaceMapping mapping, Set<String> given, Findings findings) {
        this.given = given;
        this.mappings = mapping.files().files().entrySet().stream()
                .filter(file -> file.getKey().endsWith(".jslt"))
                .map(file -> new String(file.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("\n"));
        this.findings = findings;
    }

    /** @param given see {@link StepRules#given()} */
    static void check(InterfaceMapping mapping, Set<String> given, Findings findings) {
        GivenColumns check = new GivenColumns(mapping, given, findings);
        if (COPIES.matcher(check.mappings).find()) {
            return;
        }
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
            if (column.kind() != ValueKind.BLANK && !isGiven(row, column)) {
                findings.add(
                        column.place().file(),
                        column.place().line(),
                        "no mapping gives the column " + column.name()
                                + (row.isEmpty() ? " of the result" : " of a row " + row)
                                + "; give it, or take it out, or write type: blank if it only keeps its place"
                                + Nearest.advice(column.name(), unplaced(row, columns)));
            }
        }
    }

    private boolean isGiven(String row, Column column) {
        return given.contains(row + "." + column.name()) || mappings.contains("\"" + column.name() + "\"");
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
