package io.hcpnbridge.check.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.hcpnbridge.json.ExactJson;
import io.hcpnbridge.mapping.InterfaceMapping;
import io.hcpnbridge.mapping.format.FileFormat;
import io.hcpnbridge.mapping.format.FormatColumn;
import io.hcpnbridge.mapping.format.FormatRecord;
import io.hcpnbridge.mapping.format.UnfitValueException;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The answer's columns have room for what they will hold: what the contract names, what the adapter fills in, what the ERP wrote. */
final class RoomForValues {
    private static final String FORMAT = "format.xml";
    private static final String ANSWER = "answer.schema.json";

    /** One of each kind of values that contracts ask for; a column holds one of those that its contract allows. */
    private static final List<JsonNode> ANY = List.of(
            text("1"), text("2024-01-31T16:00:00Z"), text("x"), number("1"), number("1.5"), ExactJson.read("true"));

    private static final String LONGEST_CODE = "BRIDGE.DOCUMENT_CHANGED";
    private static final String MOST = "1000000";

    private static final Map<String, JsonNode> FILLED_IN = Map.of(
            "answer/result/status", text("IN_DOUBT"),
            "answer/result/code", text(LONGEST_CODE),
            "answer/result/rows", number(MOST),
            "answer/trailer/records", number(MOST),
            "answer/trailer/rows", number(MOST),
            "answer/trailer/inDoubt", number(MOST),
            "refusal/problem/line", number(MOST),
            "refusal/trailer/problems", number("1001"));

    private final InterfaceMapping mapping;
    private final FileFormat format;
    private final AnswerRules rules;
    private final Findings findings;

    private RoomForValues(InterfaceMapping mapping, Findings findings) {
        this.mapping = mapping;
        this.format = mapping.fileFormat();
        this.rules = new AnswerRules(mapping);
        this.findings = findings;
    }

    static void check(InterfaceMapping mapping, Findings findings) {
        RoomForValues check = new RoomForValues(mapping, findings);
        check.ofRows();
        check.ofResult();
        check.ofWhatIsFilledIn();
        check.ofWhatIsRepeated();
    }

    private void ofRows() {
        for (FormatRecord record : format.records("answer")) {
            if (!Streams.FRAME.contains(record.name()) && rules.knowsKind(record.name())) {
                Set<String> known = rules.ofRow(record.name(), names(record));
                record.bound().stream()
                        .filter(column -> known.contains(column.name()))
                        .forEach(column -> ofContract(record, column, record.name()));
            }
        }
    }

    private void ofResult() {
        FormatRecord result = record("answer", "result");
        Set<String> known = rules.ofResult(names(result));
        result.bound().stream()
                .filter(column -> known.contains(column.name()))
                .forEach(column -> ofContract(result, column, null));
    }

    /** @param kind of row; null for the result */
    private void ofContract(FormatRecord record, FormatColumn column, String kind) {
        Set<JsonNode> named = new LinkedHashSet<>(rules.words().values(column.name()));
        int longest = rules.words().longest(column.name());
        if (longest > 0) {
            named.add(text("x".repeat(longest)));
        }
        named.removeIf(value -> !isAllowed(column, kind, value));
        named.forEach(value -> unfit(record, column, value)
                .ifPresent(rule -> add(record, column, shown(value) + ", which " + ANSWER + " allows, " + rule)));
        boolean some =
                named.stream().anyMatch(value -> unfit(record, column, value).isEmpty())
                        || ANY.stream()
                                .filter(value -> isAllowed(column, kind, value))
                                .anyMatch(value -> unfit(record, column, value).isEmpty());
        if (!some && named.isEmpty() && ANY.stream().anyMatch(value -> isAllowed(column, kind, value))) {
            add(
                    record,
                    column,
                    "holds nothing that " + ANSWER + " allows there; correct its typeHandler or the contract's type");
        }
    }

    private boolean isAllowed(FormatColumn column, String kind, JsonNode value) {
        return rules.refused(kind, Map.of(column.name(), value)).isEmpty();
    }

    private void ofWhatIsFilledIn() {
        for (String stream : List.of("answer", "refusal")) {
            for (FormatRecord record : format.records(stream)) {
                for (FormatColumn column : record.bound()) {
                    JsonNode value = FILLED_IN.get(stream + "/" + record.name() + "/" + column.name());
                    if (value != null) {
                        unfit(record, column, value)
                                .ifPresent(rule -> add(
                                        record, column, shown(value) + ", which the adapter writes there, " + rule));
                    }
                }
            }
        }
    }

    /** What came in with the batch goes out with its answer. */
    private void ofWhatIsRepeated() {
        FormatRecord header = record("batch", "header");
        FormatRecord document = record("batch", "record");
        for (String stream : List.of("answer", "refusal")) {
            repeated(header, record(stream, "header"), names(header));
        }
        for (FormatRecord record : format.records("answer")) {
            Set<String> columns = record.name().equals("result")
                    ? left(names(document), rules.ofResult(names(document)))
                    : Set.of("document");
            repeated(document, record, columns);
        }
    }

    private void repeated(FormatRecord from, FormatRecord to, Set<String> columns) {
        for (FormatColumn column : to.bound()) {
            int needed = columns.contains(column.name())
                    ? from.column(column.name()).map(FormatColumn::length).orElse(0)
                    : 0;
            if (needed > column.length()) {
                add(
                        to,
                        column,
                        "has room for " + format.count(column.length()) + ", but " + from.stream() + "/" + from.name()
                                + "/" + column.name() + ", which it repeats, has " + format.count(needed));
            }
        }
    }

    private Optional<String> unfit(FormatRecord record, FormatColumn column, JsonNode value) {
        ObjectNode fields = ExactJson.mapper().createObjectNode();
        fields.set(column.name(), value);
        try (var writer = record.stream().equals("refusal")
                ? format.refusal(OutputStream.nullOutputStream())
                : format.answer(OutputStream.nullOutputStream())) {
            writer.write(record.name(), fields);
            return Optional.empty();
        } catch (UnfitValueException unfit) {
            return unfit.field().equals(record.name() + "." + column.name())
                    ? Optional.of(unfit.rule())
                    : Optional.empty();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private void add(FormatRecord record, FormatColumn column, String reason) {
        findings.add(
                FORMAT, column.line(), record.stream() + "/" + record.name() + "/" + column.name() + ": " + reason);
    }

    private FormatRecord record(String stream, String name) {
        return Streams.record(mapping, stream, name);
    }

    private static Set<String> names(FormatRecord record) {
        return Streams.names(record);
    }

    private static Set<String> left(Set<String> all, Set<String> without) {
        Set<String> left = new LinkedHashSet<>(all);
        left.removeAll(without);
        return left;
    }

    private static String shown(JsonNode value) {
        String text = value.asText();
        return text.length() > 30 ? "a text of " + text.length() + " characters" : text;
    }

    private static JsonNode text(String value) {
        return ExactJson.mapper().getNodeFactory().textNode(value);
    }

    private static JsonNode number(String value) {
        return ExactJson.mapper().getNodeFactory().numberNode(new BigDecimal(value));
    }
}
