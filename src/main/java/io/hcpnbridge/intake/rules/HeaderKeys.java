package io.hcpnbridge.intake.rules;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.hcpnbridge.mapping.KeyText;
import io.hcpnbridge.mapping.problem.Problem;
import io.hcpnbridge.text.Printable;
import io.hcpnbridge.text.Words;
import java.util.List;

/** The keys of a batch's header, whatever form it came in. */
public record HeaderKeys(ObjectNode header) {
    private static final List<String> NAMES = List.of("interface", "batchNumber", "tenant");

    String text(String name) {
        return header.path(name).asText();
    }

    boolean isKey(String name) {
        return KeyText.brokenBy(text(name)).isEmpty();
    }

    /** Those that are no keys. */
    public List<Problem> problems(long line) {
        return NAMES.stream()
                .flatMap(name -> KeyText.brokenBy(text(name)).map(rule -> problem(line, name, rule)).stream())
                .toList();
    }

    Problem problem(long line, String name, Words rule) {
        return new Problem(line, name, Printable.of(text(name)), rule);
    }

    /** The header as answers may repeat it. */
    public ObjectNode visible() {
        var visible = header.deepCopy();
        NAMES.stream().filter(header::has).forEach(name -> visible.put(name, KeyText.visible(text(name))));
        return visible;
    }
}
