package io.hcpnbridge.check.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.hcpnbridge.json.ExactJson;
import io.hcpnbridge.mapping.Contract;
import io.hcpnbridge.mapping.InterfaceMapping;
import io.hcpnbridge.mapping.Violation;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What {@code answer.schema.json} knows, found out by asking it: the contract itself decides, however it is written. */
final class AnswerRules {
    /** A name that nobody gives: whoever allows it allows any. */
    private static final String NOBODYS = "notAColumnOfAnything";

    private static final String UNKNOWN = "is not known";

    private final Contract contract;
    private final SchemaWords words;

    AnswerRules(InterfaceMapping mapping) {
        contract = mapping.answerContract();
        words = new SchemaWords(contract.document());
    }

    SchemaWords words() {
        return words;
    }

    /** The kinds of rows that the contract speaks of. */
    Set<String> kinds() {
        return words.values("row").stream().map(JsonNode::asText).collect(Collectors.toCollection(TreeSet::new));
    }

    boolean knowsKind(String kind) {
        return broken(row(kind, Map.of())).stream()
                .noneMatch(field -> Set.of("rows", "rows.0.row").contains(field));
    }

    /** Those of the names that a row of that kind may have. */
    Set<String> ofRow(String kind, Collection<String> names) {
        return known(row(kind, texts(names)), "rows.0.", names);
    }

    /** Those of the names that the result may have. */
    Set<String> ofResult(Collection<String> names) {
        return known(fields(texts(names)), "fields.", names);
    }

    /** Whether a row of that kind may have any name; null: whether the result may. */
    boolean isOpen(String kind) {
        Set<String> any = Set.of(NOBODYS);
        return !(kind == null ? ofResult(any) : ofRow(kind, any)).isEmpty();
    }

    /** The names whose value the contract refuses in a row of that kind; null: in the result. */
    Set<String> refused(String kind, Map<String, JsonNode> values) {
        Set<String> broken = broken(kind == null ? fields(values) : row(kind, values));
        String place = kind == null ? "fields." : "rows.0.";
        return values.keySet().stream()
                .filter(name -> broken.contains(place + name))
                .collect(Collectors.toSet());
    }

    private Set<String> known(ObjectNode step, String place, Collection<String> names) {
        Set<String> unknown = contract.check(step).stream()
                .filter(violation -> violation.rule().equals(UNKNOWN))
                .map(Violation::field)
                .collect(Collectors.toSet());
        String around = place.substring(0, place.indexOf('.'));
        return unknown.contains(around)
                ? Set.of()
                : names.stream().filter(name -> !unknown.contains(place + name)).collect(Collectors.toSet());
    }

    private Set<String> broken(ObjectNode step) {
        return contract.check(step).stream().map(Violation::field).collect(Collectors.toSet());
    }

    private static Map<String, JsonNode> texts(Collection<String> names) {
        return names.stream().distinct().collect(Collectors.toMap(name -> name, name -> ExactJson.mapper()
                .getNodeFactory()
                .textNode("1")));
    }

    private static ObjectNode row(String kind, Map<String, JsonNode> values) {
        ObjectNode step = ExactJson.mapper().createObjectNode();
        step.putArray("rows").addObject().setAll(values);
        ((ObjectNode) step.at("/rows/0")).put("row", kind).put("key", "1");
        return step;
    }

    private static ObjectNode fields(Map<String, JsonNode> values) {
        ObjectNode step = ExactJson.mapper().createObjectNode();
        step.putObject("fields").setAll(values);
        return step;
    }
}
