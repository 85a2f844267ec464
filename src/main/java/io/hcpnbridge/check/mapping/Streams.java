package io.hcpnbridge.check.mapping;

import io.hcpnbridge.mapping.InterfaceMapping;
import io.hcpnbridge.mapping.format.FormatColumn;
import io.hcpnbridge.mapping.format.FormatRecord;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** What every format has, whatever its interface is about. */
final class Streams {
    static final List<String> ALL = List.of("batch", "answer", "refusal");

    /** The records of an answer that the adapter fills itself. */
    static final Set<String> FRAME = Set.of("header", "result", "text", "sum", "trailer");

    /** The columns of a result that the adapter fills itself. */
    static final Set<String> RESULT = Set.of("document", "status", "code", "rows");

    /** What a response mapping can give. */
    static final Set<String> STEP = Set.of(
            "rows", "fields", "next", "later", "pending", "placed", "restart", "status", "code", "text", "answers",
            "apart");

    /** The columns that there are in those records of an answer and of a refusal that the adapter alone fills. */
    static final Map<String, Set<String>> FILLED = Map.of(
            "answer/header", Set.of("interface", "batchNumber", "createdAt", "tenant"),
            "answer/text", Set.of("document", "text"),
            "answer/sum", Set.of("field", "key", "amount", "count"),
            "answer/trailer", Set.of("records", "rows", "ok", "partial", "refused", "failed", "inDoubt", "pending"),
            "refusal/header", Set.of("interface", "batchNumber", "createdAt", "tenant", "file"),
            "refusal/problem", Set.of("line", "field", "value", "rule"),
            "refusal/trailer", Set.of("problems"));

    private Streams() {}

    static FormatRecord record(InterfaceMapping mapping, String stream, String name) {
        return mapping.fileFormat().records(stream).stream()
                .filter(record -> record.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    static Set<String> names(FormatRecord record) {
        return record.bound().stream().map(FormatColumn::name).collect(Collectors.toSet());
    }
}
