package io.hcpnbridge.check.mapping;

import io.hcpnbridge.mapping.InterfaceMapping;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.regex.Pattern;

/** The columns that an interface's own mappings ask a document for, also where no sample leads to. */
final class RecordNames {
    private static final Pattern ASKED = Pattern.compile("[.$]record\\.([A-Za-z_][\\w-]*)");

    private RecordNames() {}

    static void check(InterfaceMapping mapping, Findings findings) {
        Set<String> columns = new Inputs(mapping, findings).columns();
        if (columns.isEmpty()) {
            return;
        }
        mapping.files().files().forEach((file, content) -> {
            if (file.endsWith(".jslt") && !file.startsWith("shared/")) {
                String[] lines = new String(content, StandardCharsets.UTF_8).split("\n", -1);
                for (int index = 0; index < lines.length; index++) {
                    int line = index + 1;
                    ASKED.matcher(lines[index].replaceFirst("^\\s*//.*", ""))
                            .results()
                            .map(found -> found.group(1))
                            .filter(name -> !columns.contains(name))
                            .forEach(name -> findings.add(file, line, Inputs.asksFor(name, columns)));
                }
            }
        });
    }
}
