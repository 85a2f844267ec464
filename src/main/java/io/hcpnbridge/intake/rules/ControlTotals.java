package io.hcpnbridge.intake.rules;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.hcpnbridge.mapping.Violation;
import io.hcpnbridge.mapping.definition.ControlTotal;
import io.hcpnbridge.text.Words;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** What the ERP's trailer must agree with: the number of records and the sums that the interface declares. */
class ControlTotals {
    private final List<ControlTotal> controls;
    private final BigDecimal[] sums;
    private final boolean[] unknown;
    private int records;

    ControlTotals(List<ControlTotal> controls) {
        this.controls = controls;
        this.sums = new BigDecimal[controls.size()];
        this.unknown = new boolean[controls.size()];
        Arrays.fill(sums, BigDecimal.ZERO);
    }

    void add(ObjectNode record, List<Violation> violations) {
        records++;
        for (int i = 0; i < sums.length; i++) {
            var field = controls.get(i).sumOf();
            unknown[i] |= violations.stream().anyMatch(broken -> broken.field().equals(field));
            sums[i] = sums[i].add(record.path(field).decimalValue());
        }
    }

    /** A record that counts, but whose fields nobody knows: no sum can be told any more. */
    void addUnreadable() {
        records++;
        Arrays.fill(unknown, true);
    }

    int records() {
        return records;
    }

    List<Violation> differences(ObjectNode trailer) {
        var differences = new ArrayList<Violation>();
        compare(trailer, "count", BigDecimal.valueOf(records), differences);
        for (int i = 0; i < sums.length; i++) {
            if (!unknown[i]) {
                compare(trailer, controls.get(i).trailer(), sums[i], differences);
            }
        }
        return differences;
    }

    private static void compare(ObjectNode trailer, String field, BigDecimal actual, List<Violation> differences) {
        var stated = trailer.path(field);
        if (stated.isNumber() && stated.decimalValue().compareTo(actual) != 0) {
            differences.add(new Violation(
                    field,
                    stated.decimalValue().toPlainString(),
                    Words.of("must be %s, as the records say", "与记录不符，应为 %s", actual.toPlainString())));
        }
    }
}
