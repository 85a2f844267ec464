package io.hcpnbridge.shadow;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.hcpnbridge.ledger.ResultRow;
import io.hcpnbridge.ledger.ShadowEnd.Difference;
import io.hcpnbridge.mapping.definition.Column;
import io.hcpnbridge.mapping.definition.InterfaceDefinition;
import io.hcpnbridge.mapping.definition.RecordKind;
import io.hcpnbridge.mapping.definition.ToldBy;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Where two answers to the same document differ, field by field, as the ERP would be told them: rows by their keys, amounts by their value,
 * times by their instant; a blank is as good as nothing. In which order rows come is not compared.
 */
final class Comparison {
    /** The kind of what is told once of a document. */
    static final String RESULT = "result";

    /** The field of a row that only one of the answers tells. */
    static final String ROW = "*";

    private static final String STATE = "state";

    private final InterfaceDefinition definition;
    private final Predicate<Difference> explained;
    private final List<Difference> unexplained = new ArrayList<>();
    private int known;

    private Comparison(InterfaceDefinition definition, Predicate<Difference> explained) {
        this.definition = definition;
        this.explained = explained;
    }

    /**
     * @param explained whether somebody has explained that difference
     * @param answered what the ERP is told
     * @param shadowed what it would be told by the other generation
     */
    static Comparison of(
            InterfaceDefinition definition,
            Predicate<Difference> explained,
            TestedAnswer answered,
            TestedAnswer shadowed) {
        var comparison = new Comparison(definition, explained);
        comparison.compare(answered, shadowed);
        return comparison;
    }

    /** How many differences there are that somebody has explained, or that the mapping tells of. */
    int known() {
        return known;
    }

    /** All others. */
    List<Difference> unexplained() {
        return unexplained;
    }

    private void compare(TestedAnswer answered, TestedAnswer shadowed) {
        value(
                null,
                RESULT,
                "",
                STATE,
                text(answered.state().name()),
                text(shadowed.state().name()));
        fields(RESULT, "", answered.fields(), shadowed.fields());
        var mine = byKey(answered.rows());
        var others = byKey(shadowed.rows());
        var keys = new LinkedHashSet<>(mine.keySet());
        keys.addAll(others.keySet());
        keys.forEach(key -> row(mine.get(key), others.get(key)));
    }

    private void row(ResultRow mine, ResultRow other) {
        if (mine == null || other == null) {
            var there = mine == null ? other : mine;
            note(false, new Difference(there.kind(), there.key(), ROW, told(mine), told(other)));
            return;
        }
        fields(mine.kind(), mine.key(), mine.content(), other.content());
    }

    /** A row that is there, for an operator to recognise. */
    private static String told(ResultRow row) {
        return row == null ? null : row.content().toString();
    }

    private void fields(String kind, String key, ObjectNode mine, ObjectNode other) {
        var columns = columns(kind);
        names(mine, other).forEach(name -> value(columns.get(name), kind, key, name, mine.get(name), other.get(name)));
    }

    private void value(Column column, String kind, String key, String name, JsonNode mine, JsonNode other) {
        if (!Objects.equals(meant(mine), meant(other))) {
            var oneSided =
                    column != null && column.toldBy() != ToldBy.BOTH && (meant(mine) == null || meant(other) == null);
            note(oneSided, new Difference(kind, key, name, shown(mine), shown(other)));
        }
    }

    private void note(boolean byMapping, Difference difference) {
        if (byMapping || explained.test(difference)) {
            known++;
        } else {
            unexplained.add(difference);
        }
    }

    /** Equal for values that mean the same to the ERP. */
    private static Object meant(JsonNode value) {
        if (value == null
                || value.isNull()
                || value.isTextual() && value.textValue().isBlank()) {
            return null;
        }
        if (value.isNumber()) {
            return value.decimalValue().stripTrailingZeros();
        }
        return value.isTextual() ? instantOr(value.textValue()) : value;
    }

    private static Object instantOr(String text) {
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException noTime) {
            return text;
        }
    }

    private Map<String, Column> columns(String kind) {
        var columns = new LinkedHashMap<String, Column>();
        definition.records("answer").stream()
                .filter(record -> record.name().equals(kind))
                .map(RecordKind::columns)
                .forEach(of -> of.forEach(column -> columns.put(column.name(), column)));
        return columns;
    }

    private static Map<String, ResultRow> byKey(List<ResultRow> rows) {
        var byKey = new LinkedHashMap<String, ResultRow>();
        rows.forEach(row -> byKey.put(row.key(), row));
        return byKey;
    }

    private static Set<String> names(ObjectNode mine, ObjectNode other) {
        var names = new LinkedHashSet<String>();
        mine.fieldNames().forEachRemaining(names::add);
        other.fieldNames().forEachRemaining(names::add);
        return names;
    }

    private static JsonNode text(String said) {
        return TextNode.valueOf(said);
    }

    private static String shown(JsonNode value) {
        return value == null || value.isNull() ? null : value.asText();
    }
}
