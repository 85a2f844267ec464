package io.hcpnbridge.describe;

import io.hcpnbridge.mapping.definition.Column;
import io.hcpnbridge.mapping.definition.InterfaceDefinition;
import io.hcpnbridge.mapping.definition.RecordKind;
import java.math.BigDecimal;

/**
 * Columns that hold digits and nothing else: those that the ERP must write, and of which no value is below zero. A sign stands in
 * front of a negative number only, and a column without a value is blank, so all others are text.
 */
final class DigitColumns {
    /** What a number of COBOL may have. */
    private static final int MOST = 18;

    private final InterfaceDefinition definition;

    DigitColumns(InterfaceDefinition definition) {
        this.definition = definition;
    }

    boolean has(RecordKind kind, Column column) {
        return definition.records("batch").contains(kind)
                && column.needed()
                && column.length() <= MOST
                && isWithoutPoint(column)
                && (isCount(kind, column) || isNeverNegative(column));
    }

    private static boolean isWithoutPoint(Column column) {
        return switch (column.kind()) {
            case NUMBER -> true;
            case AMOUNT ->
                column.decimals().filter(decimals -> decimals < column.length()).isPresent();
            case TEXT, TIME, BLANK -> false;
        };
    }

    private boolean isCount(RecordKind kind, Column column) {
        return kind.name().equals("trailer")
                && (column.name().equals("count")
                        || definition.settings().controls().stream()
                                .filter(control -> control.trailer().equals(column.name()))
                                .flatMap(control -> definition.record().column(control.sumOf()).stream())
                                .anyMatch(DigitColumns::isNeverNegative));
    }

    private static boolean isNeverNegative(Column column) {
        var schema = column.schema();
        var values = schema.path("enum");
        return values.isEmpty()
                ? schema.path("minimum").asInt(-1) >= 0
                : values.valueStream().allMatch(value -> value.decimalValue().compareTo(BigDecimal.ZERO) >= 0);
    }
}
