package io.hcpnbridge.check.mapping;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.hcpnbridge.mapping.InterfaceMapping;
import io.hcpnbridge.mapping.Reasons;
import io.hcpnbridge.mapping.Violation;
import io.hcpnbridge.mapping.problem.MappingException;
import io.hcpnbridge.text.Nearest;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** The reasons that stand against documents speak of what they are asked about: the document's columns, the site, the role. */
final class ReasonNames {
    private static final List<String> ROLES = List.of("solution-provider", "distributor", "reseller", "unknown");

    private final Inputs inputs;
    private final Findings findings;
    private final Set<String> known;

    private ReasonNames(InterfaceMapping mapping, Findings findings) {
        this.inputs = new Inputs(mapping, findings);
        this.findings = findings;
        this.known = new TreeSet<>(Set.of("site", "tenant.role"));
        known.addAll(inputs.columns());
    }

    static void check(InterfaceMapping mapping, Findings findings) {
        ReasonNames check = new ReasonNames(mapping, findings);
        for (ObjectNode record : PlausibleRecords.of(mapping)) {
            check.given("rules.jslt", mapping.rules(), check.inputs.rules(record));
            for (String site : List.of("china", "international")) {
                for (String role : ROLES) {
                    check.given("availability.jslt", mapping.availability(), check.inputs.offer(record, site, role));
                }
            }
        }
    }

    private void given(String file, Reasons reasons, ObjectNode asked) {
        try {
            for (Violation reason : reasons.against(asked)) {
                if (!known.contains(reason.field())) {
                    findings.add(
                            file,
                            0,
                            "has a reason about " + reason.field() + ", which nobody is asked about"
                                    + Nearest.advice(reason.field(), known));
                }
            }
        } catch (MappingException failed) {
            findings.add(failed);
        }
    }
}
