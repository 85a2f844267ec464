package io.hcpnbridge.mapping.definition;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.hcpnbridge.json.ExactJson;
import java.util.Locale;

/** What values are, whatever their rules. */
public enum ValueKind {
    TEXT("string"),
    /** A whole number. */
    NUMBER("integer"),
    /** An exact decimal. */
    AMOUNT("number"),
    /** A moment: the ERP's local time in files, UTC in records and messages. */
    TIME("string"),
    /** Nothing: it fills a line. */
    BLANK("string");

    private final String json;

    ValueKind(String json) {
        this.json = json;
    }

    /** As definitions name it. */
    String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** A schema that allows all values of the kind. */
    ObjectNode schema() {
        return ExactJson.mapper().createObjectNode().put("type", json);
    }

    /** Whether its values are JSON numbers. */
    public boolean isNumeric() {
        return this == NUMBER || this == AMOUNT;
    }
}
