package io.hcpnbridge.answer.text;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.hcpnbridge.json.ExactJson;
import io.hcpnbridge.ledger.ResultRow;
import io.hcpnbridge.mapping.definition.AnswerSum;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Exact sums over the rows of an answer, per declared field and key (such as a currency). */
class AnswerSums {
    private record Sum(BigDecimal amount, long count) {
        Sum plus(BigDecimal addend) {
            return new Sum(amount.add(addend), count + 1);
        }
    }

    private record Key(int declaration, String value) implements Comparable<Key> {
        @Override
        public int compareTo(Key other) {
            var byDeclaration = Integer.compare(declaration, other.declaration);
            return byDeclaration != 0 ? byDeclaration : value.compareTo(other.value);
        }
    }

    private final List<AnswerSum> declarations;
    private final Map<Key, Sum> sums = new TreeMap<>();

    AnswerSums(List<AnswerSum> declarations) {
        this.declarations = declarations;
    }

    void add(ResultRow row) {
        for (int i = 0; i < declarations.size(); i++) {
            var declared = declarations.get(i);
            var amount = row.content().path(declared.field());
            if (declared.row().equals(row.kind()) && amount.isNumber()) {
                var key = new Key(i, row.content().path(declared.by()).asText());
                sums.put(
                        key, sums.getOrDefault(key, new Sum(BigDecimal.ZERO, 0)).plus(amount.decimalValue()));
            }
        }
    }

    /** One {@code sum} line per field and key, in the order of declaration and key. */
    List<ObjectNode> lines() {
        return sums.entrySet().stream()
                .map(entry -> ExactJson.mapper()
                        .createObjectNode()
                        .put(
                                "field",
                                declarations.get(entry.getKey().declaration()).field())
                        .put("key", entry.getKey().value())
                        .put("amount", entry.getValue().amount())
                        .put("count", entry.getValue().count()))
                .toList();
    }
}
