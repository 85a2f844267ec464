package io.hcpnbridge.check.mapping;

import io.hcpnbridge.json.ExactJson;
import io.hcpnbridge.mapping.InterfaceMapping;
import io.hcpnbridge.mapping.Spelling;
import java.util.Set;

/** What columns must agree on is said of columns that there are. */
final class RuleNames {
    private static final String FILE = "rules.schema.json";

    private RuleNames() {}

    static void check(InterfaceMapping mapping, Findings findings) {
        byte[] rules = mapping.files().files().get(FILE);
        if (rules == null) {
            return;
        }
        Set<String> columns = new Inputs(mapping, findings).columns();
        SchemaPlaces places = new SchemaPlaces(rules);
        for (String name : new SchemaWords(ExactJson.read(rules)).mentioned()) {
            if (!columns.contains(name)) {
                findings.add(
                        FILE,
                        places.property(name, ""),
                        "speaks of the column " + name + ", which interface.yaml does not have"
                                + Spelling.advice(name, columns));
            }
        }
    }
}
