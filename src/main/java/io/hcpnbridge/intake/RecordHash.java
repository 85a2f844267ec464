package io.hcpnbridge.intake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.hcpnbridge.intake.rules.ContentHash;
import io.hcpnbridge.json.ExactJson;
import java.util.TreeSet;

/** What a document says, as a hash: the same for the same document, whatever form and channel it came in. */
final class RecordHash {
    private RecordHash() {}

    /**
     * Independent of the order of columns, so that a new blank column leaves known documents what they are, and of how a number is
     * spelled: 1.50 in a file is 1.5 in a message.
     */
    static String of(ObjectNode record) {
        var sorted = ExactJson.mapper().createObjectNode();
        var names = new TreeSet<String>();
        record.fieldNames().forEachRemaining(names::add);
        names.forEach(name -> sorted.set(name, canonical(record.get(name))));
        return ContentHash.of(ExactJson.bytes(sorted));
    }

    private static JsonNode canonical(JsonNode value) {
        return value.isBigDecimal() ? DecimalNode.valueOf(value.decimalValue().stripTrailingZeros()) : value;
    }
}
