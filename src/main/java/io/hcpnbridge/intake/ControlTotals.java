package io.hcpnbridge.intake;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.hcpnbridge.mapping.ControlTotal;
import io.hcpnbridge.mapping.Violation;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** What the ERP's trailer must agree with: the number of records and the sums that the interface declares. */
class ControlTotals {
    private final List<ControlTotal> controls;
    private final BigDecimal[] sums;

    ControlTotals(List<ControlTotal> controls) {
        this.controls = controls;
        this.sums = new BigDecimal[controls.size()];
        Arrays.fill(sums, BigDecimal.ZERO);
    }

    void add(ObjectNode record) {
        for (int i = 0; i < sums.length; i++) {
            sums[i] = sums[i].add(record.path(controls.get(i).sumOf()).decimalValue());
        }
    }

    List<Violation> differences(ObjectNode trailer, int records) {
        var differences = new ArrayList<Violation>();
        compare(trailer, "count", BigDecimal.valueOf(records), differences);
        for (int i = 0; i < sums.length; i++) {
            compare(trailer, controls.get(i).trailer(), sums[i], differences);
        }
        return differences;
    }

    private static void compare(ObjectNode trailer, String field, BigDecimal actual, List<Violation> differences) {
        var stated = trailer.path(field);
        if (stated.isNumber() && stated.decimalValue().compareTo(actual) != 0) {
            differences.add(new Violation(
                    field,
                    stated.decimalValue().toPlainString(),
                    "must be " + actual.toPlainString() + ", as the records say"));
        }
    }
}
