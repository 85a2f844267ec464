package io.hcpnbridge.intake.rules;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.hcpnbridge.json.ExactJson;
import io.hcpnbridge.mapping.definition.Together;
import java.util.HashMap;
import java.util.Map;

/** Which records of a batch go into one call: those that agree in the declared fields, no more at once than declared. */
public final class CallGroups {
    private final Together together;
    private final Map<String, Integer> sizes = new HashMap<>();

    /** @param together null if every record is called for by itself */
    public CallGroups(Together together) {
        this.together = together;
    }

    /** The group of one more record; null if it has none. */
    public String of(ObjectNode record) {
        if (together == null) {
            return null;
        }
        var values = ExactJson.mapper().createArrayNode();
        together.by().forEach(field -> values.add(record.path(field)));
        var key = ContentHash.of(ExactJson.bytes(values));
        var before = sizes.merge(key, 1, Integer::sum) - 1;
        return key + "-" + before / together.atMost();
    }
}
