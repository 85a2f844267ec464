package io.hcpnbridge.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.hcpnbridge.mapping.problem.Problem;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * The columns of a record that tell of a person: {@code interface.yaml} says {@code personal: yes} of them, or
 * {@code personal: one-time} of a code that is worth nothing once it is used. What stands there is carried to the partner and shown
 * to nobody else.
 */
public final class PersonalColumns {
    /** The keyword of the schema. */
    static final String KEYWORD = "personal";

    private static final String ONE_TIME = "one-time";
    private static final String HIDDEN = "***";
    /** What a problem with a header or trailer is about. */
    private static final Set<String> OF_THE_BATCH =
            Set.of("interface", "tenant", "batchNumber", "createdAt", "count", "records", "totals");

    private final Set<String> personal;
    private final Set<String> oneTime;
    /** All others of the record, and those of header and trailer. */
    private final Set<String> harmless;

    private PersonalColumns(Set<String> personal, Set<String> oneTime, Set<String> harmless) {
        this.personal = Set.copyOf(personal);
        this.oneTime = Set.copyOf(oneTime);
        this.harmless = Set.copyOf(harmless);
    }

    /** @param trailer names of the interface's own columns in the trailer */
    static PersonalColumns of(JsonNode recordSchema, Collection<String> trailer) {
        Set<String> personal = new TreeSet<>();
        Set<String> oneTime = new TreeSet<>();
        Set<String> harmless = new TreeSet<>(OF_THE_BATCH);
        harmless.addAll(trailer);
        for (Map.Entry<String, JsonNode> column :
                recordSchema.path("properties").properties()) {
            JsonNode said = column.getValue().path(KEYWORD);
            if (said.isMissingNode()) {
                harmless.add(column.getKey());
            } else if (ONE_TIME.equals(said.textValue())) {
                personal.add(column.getKey());
                oneTime.add(column.getKey());
            } else {
                personal.add(column.getKey());
            }
        }
        return new PersonalColumns(personal, oneTime, harmless);
    }

    /** All columns that tell of a person. */
    public Set<String> names() {
        return personal;
    }

    /** Columns whose text is dropped from the ledger once it was used. */
    public Set<String> oneTime() {
        return oneTime;
    }

    /** The record without what stands in columns that are not known to be harmless. */
    public ObjectNode hide(ObjectNode record) {
        ObjectNode shown = record.deepCopy();
        shown.properties().stream()
                .filter(column -> !harmless.contains(column.getKey()))
                .forEach(column -> column.setValue(TextNode.valueOf(HIDDEN)));
        return shown;
    }

    /**
     * The problem without what stands in a personal column. Of an interface that has some, only values of columns that are known to be
     * harmless are shown: a whole line, or a column under a misspelt name, may tell of a person as well.
     */
    public Problem hide(Problem problem) {
        if (personal.isEmpty() || problem.value().isEmpty()) {
            return problem;
        }
        String column = problem.field().split("\\.", 2)[0];
        return harmless.contains(column)
                ? problem
                : new Problem(problem.line(), problem.field(), HIDDEN, problem.rule());
    }
}
