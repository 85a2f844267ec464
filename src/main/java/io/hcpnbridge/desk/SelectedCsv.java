package io.hcpnbridge.desk;

import io.hcpnbridge.desk.read.Selected;
import io.hcpnbridge.text.Formula;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Selected documents as a spreadsheet reads them: every value in quotes, and none of them computed. */
record SelectedCsv(List<Selected> selected) {
    String text() {
        return Stream.concat(
                        Stream.of(line("tenant", "interface", "document", "state", "since", "code", "text")),
                        selected.stream()
                                .map(one -> line(
                                        one.key().tenant(),
                                        one.key().interfaceName(),
                                        one.key().document(),
                                        one.state(),
                                        one.since(),
                                        one.code(),
                                        one.text().en())))
                .collect(Collectors.joining());
    }

    private static String line(Object... values) {
        return Stream.of(values).map(SelectedCsv::quoted).collect(Collectors.joining(",", "", "\r\n"));
    }

    private static String quoted(Object value) {
        var text = Objects.toString(value, "");
        var plain = Formula.isTakenFrom(text) ? "'" + text : text;
        return '"' + plain.replace("\"", "\"\"") + '"';
    }
}
