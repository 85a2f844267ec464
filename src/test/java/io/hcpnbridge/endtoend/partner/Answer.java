package io.hcpnbridge.endtoend.partner;

import io.hcpnbridge.rehearsal.ErpFormat;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** An answer file as an ERP programmer reads it: by document. */
record Answer(List<ErpFormat.Line> lines) {
    private static final Set<String> NO_ROWS = Set.of("header", "result", "text", "sum", "trailer");

    ErpFormat.Line result(String document) {
        var results = lines.stream()
                .filter(line ->
                        line.record().equals("result") && line.get("document").equals(document))
                .toList();
        if (results.size() != 1) {
            throw new AssertionError(results.size() + " results of " + document);
        }
        return results.get(0);
    }

    /** Status and code, such as {@code REFUSED CBC.3016}, or only the status. */
    String outcome(String document) {
        return (result(document).get("status") + " " + result(document).get("code")).strip();
    }

    /** The text; where it was wrapped at a blank, the blank is missing. */
    String text(String document) {
        return of("text", document).stream().map(line -> line.get("text")).collect(Collectors.joining());
    }

    /** Lines of one kind of a document, in their order. */
    List<ErpFormat.Line> of(String kind, String document) {
        return lines.stream()
                .filter(line -> line.record().equals(kind) && document.equals(line.get("document")))
                .toList();
    }

    /** One column of these lines. */
    List<String> column(String kind, String document, String column) {
        return of(kind, document).stream().map(line -> line.get(column)).toList();
    }

    /** All rows of a document. */
    List<ErpFormat.Line> rows(String document) {
        return lines.stream()
                .filter(line -> !NO_ROWS.contains(line.record()) && document.equals(line.get("document")))
                .toList();
    }

    /** The sum of a field for a currency, as written. */
    String sum(String field, String currency) {
        return lines.stream()
                .filter(line -> line.record().equals("sum"))
                .filter(line ->
                        line.get("field").equals(field) && line.get("key").equals(currency))
                .map(line -> line.get("amount"))
                .collect(Collectors.joining(" and "));
    }
}
