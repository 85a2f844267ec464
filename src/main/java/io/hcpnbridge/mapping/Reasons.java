package io.hcpnbridge.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import io.hcpnbridge.mapping.jslt.JsltMapping;
import io.hcpnbridge.mapping.problem.MappingException;
import io.hcpnbridge.text.Words;
import java.util.ArrayList;
import java.util.List;

/**
 * Whatever stands against a document, as a mapping says it: {@code rules.jslt}, what its columns must agree on, over {@code
 * {"record"}}, and {@code availability.jslt}, where and to whom it is offered, over {@code {"record", "site", "tenant": {"role"}}}. It
 * gives a list of {@code {"column", "en", "zh"}}, or lists of them.
 */
public final class Reasons {
    /** Nothing stands against anything. */
    static final Reasons NONE = new Reasons("", null);

    private final String file;
    private final JsltMapping mapping;

    private Reasons(String file, JsltMapping mapping) {
        this.file = file;
        this.mapping = mapping;
    }

    /** @param file path below {@code mappings/}, for messages */
    static Reasons of(String file, JsltMapping mapping) {
        return new Reasons(file, mapping);
    }

    /**
     * Every reason, in the order in which it is said.
     *
     * @throws MappingException if the mapping fails on this document, or gives something else than reasons
     */
    public List<Violation> against(JsonNode asked) {
        List<Violation> reasons = new ArrayList<>();
        if (mapping != null) {
            collect(mapping.apply(asked), asked, reasons);
        }
        return reasons.stream().distinct().toList();
    }

    private void collect(JsonNode said, JsonNode asked, List<Violation> reasons) {
        if (said.isArray()) {
            said.forEach(one -> collect(one, asked, reasons));
        } else if (said.path("column").isTextual()
                && said.path("en").isTextual()
                && said.path("zh").isTextual()) {
            String column = said.get("column").textValue();
            Words rule = new Words(said.get("en").textValue(), said.get("zh").textValue());
            reasons.add(new Violation(column, value(asked, column), rule));
        } else {
            throw new MappingException(file, 0, "gives " + said + ", which is no reason: column, en and zh");
        }
    }

    /** Of a column, or of who asks. */
    private static String value(JsonNode asked, String column) {
        boolean asks = column.equals("site") || column.startsWith("tenant.");
        return ViolationText.shown(
                asks
                        ? asked.at("/" + column.replace('.', '/'))
                        : asked.path("record").path(column));
    }
}
