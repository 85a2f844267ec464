package io.hcpnbridge.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import io.hcpnbridge.json.ExactJson;
import io.hcpnbridge.mapping.problem.MappingException;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** What a record of the ERP must be: each of its columns, and all of them together. */
public final class RecordContract {
    private final Contract columns;
    private final Reasons rules;

    RecordContract(Contract columns, Reasons rules) {
        this.columns = columns;
        this.rules = rules;
    }

    /**
     * Every broken rule, in the order of the columns' names.
     *
     * @throws MappingException if the rules fail on a record whose columns are right
     */
    public List<Violation> check(JsonNode record) {
        List<Violation> broken = columns.check(record);
        return Stream.concat(broken.stream(), together(record, broken.isEmpty()).stream())
                .distinct()
                .sorted(Comparator.comparing(Violation::field)
                        .thenComparing(violation -> violation.rule().en()))
                .toList();
    }

    /** Of values that are wrong by themselves, rules may not know what to say. */
    private List<Violation> together(JsonNode record, boolean right) {
        try {
            return rules.against(ExactJson.mapper().createObjectNode().set("record", record));
        } catch (MappingException failed) {
            if (right) {
                throw failed;
            }
            return List.of();
        }
    }

    Reasons rules() {
        return rules;
    }

    /** The schema of the columns; never change it. */
    public JsonNode document() {
        return columns.document();
    }
}
