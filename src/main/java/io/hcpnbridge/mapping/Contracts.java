package io.hcpnbridge.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.hcpnbridge.mapping.definition.InterfaceDefinition;
import java.util.ArrayList;
import java.util.List;

/**
 * What is checked of one interface.
 *
 * @param record of the ERP: what its columns allow, and what {@code rules.schema.json} says that they must agree on
 * @param answer what one call may add to it
 * @param availability where and to whom the interface is offered: over {@code {"record", "site", "tenant": {"role"}}}
 */
record Contracts(Contract record, Contract answer, Contract availability) {
    private static final String RULES = "rules.schema.json";
    private static final String AVAILABILITY = "availability.schema.json";

    static Contracts of(MappingFiles files, InterfaceDefinition definition) {
        Mistakes mistakes = new Mistakes();
        Contract record = mistakes.tried(() -> record(files, definition));
        Contract availability = files.has(AVAILABILITY)
                ? mistakes.tried(() -> Contract.compile(files.path(AVAILABILITY), files.required(AVAILABILITY)))
                : Contract.NONE;
        mistakes.end();
        return new Contracts(
                record, Contract.of(files.path("interface.yaml"), definition.answerSchema()), availability);
    }

    private static Contract record(MappingFiles files, InterfaceDefinition definition) {
        ObjectNode schema = (ObjectNode) definition.recordSchema();
        if (files.has(RULES)) {
            JsonNode rules =
                    Contract.compile(files.path(RULES), files.required(RULES)).document();
            List<String> names = new ArrayList<>();
            rules.fieldNames().forEachRemaining(names::add);
            names.removeAll(List.of("$schema", "title", "description", "allOf"));
            if (!names.isEmpty()) {
                throw new MappingException(
                        files.path(RULES),
                        0,
                        "has " + names.get(0) + ": what columns must agree on stands in its allOf only");
            }
            schema.set("allOf", rules.path("allOf"));
        }
        return Contract.ofRecords(files.path("interface.yaml"), schema);
    }
}
