package io.hcpnbridge.check.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.hcpnbridge.json.ExactJson;
import io.hcpnbridge.mapping.InterfaceMapping;
import io.hcpnbridge.mapping.definition.Column;
import io.hcpnbridge.mapping.definition.InterfaceDefinition;
import io.hcpnbridge.mapping.definition.RecordKind;
import io.hcpnbridge.mapping.format.FileFormat;
import io.hcpnbridge.mapping.format.UnfitValueException;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The answer's columns have room for what the adapter fills in, and for what they repeat. */
final class RoomForValues {
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

    private final InterfaceDefinition definition;
    private final FileFormat format;
    private final Findings findings;

    private RoomForValues(InterfaceMapping mapping, Findings findings) {
        this.definition = mapping.definition();
        this.format = mapping.fileFormat();
        this.findings = findings;
    }

    static void check(InterfaceMapping mapping, Findings findings) {
        RoomForValues check = new RoomForValues(mapping, findings);
        for (String stream : List.of("answer", "refusal")) {
            mapping.definition().records(stream).forEach(record -> check.ofWhatIsFilledIn(stream, record));
            check.ofWhatIsRepeated(stream);
        }
    }

    private void ofWhatIsFilledIn(String stream, RecordKind record) {
        for (Column column : record.columns()) {
            String place = stream + "/" + record.name() + "/" + column.name();
            JsonNode value = FILLED_IN.get(place);
            if (value != null) {
                unfit(stream, record, column, value)
                        .ifPresent(rule -> add(
                                column, place + ": " + value.asText() + ", which the adapter writes there, " + rule));
            }
        }
    }

    /** What the header says goes out with the answer. */
    private void ofWhatIsRepeated(String stream) {
        RecordKind header = definition.record("batch", "header");
        for (Column column : definition.record(stream, "header").columns()) {
            int needed = header.column(column.name()).map(Column::length).orElse(0);
            if (needed > column.length()) {
                add(
                        column,
                        stream + "/header/" + column.name() + " has room for " + format.count(column.length())
                                + ", but batch/header/" + column.name() + ", which it repeats, has "
                                + format.count(needed));
            }
        }
    }

    private Optional<String> unfit(String stream, RecordKind record, Column column, JsonNode value) {
        ObjectNode fields = ExactJson.mapper().createObjectNode();
        fields.set(column.name(), value);
        OutputStream nowhere = OutputStream.nullOutputStream();
        try (var writer = stream.equals("refusal") ? format.refusal(nowhere) : format.answer(nowhere)) {
            writer.write(record.name(), fields);
            return Optional.empty();
        } catch (UnfitValueException unfit) {
            return Optional.of(unfit.rule().en());
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private void add(Column column, String reason) {
        findings.add(column.place().file(), column.place().line(), reason);
    }

    private static JsonNode text(String value) {
        return ExactJson.mapper().getNodeFactory().textNode(value);
    }

    private static JsonNode number(String value) {
        return ExactJson.mapper().getNodeFactory().numberNode(new BigDecimal(value));
    }
}
