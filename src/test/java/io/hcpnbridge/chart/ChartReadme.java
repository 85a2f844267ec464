package io.hcpnbridge.chart;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The chart's README as it must be: the frame with the text, and the tables of values made from the comments in {@code
 * values.yaml}.
 */
final class ChartReadme {
    static final Path FILE = Chart.FOLDER.resolve("README.md");

    private static final Path FRAME = Path.of("src/test/resources/chart/README.frame.md");
    private static final String GENERAL = "General";

    private final String values = Chart.text(Chart.FOLDER.resolve("values.yaml"));
    private final JsonNode defaults = Yaml.one(values);
    private final JsonNode chart = Yaml.one(Chart.text(Chart.FOLDER.resolve("Chart.yaml")));

    String text() {
        return Chart.text(FRAME)
                .replace("{{name}}", chart.path("name").asText())
                .replace("{{description}}", chart.path("description").asText())
                .replace("{{version}}", chart.path("version").asText())
                .replace("{{appVersion}}", chart.path("appVersion").asText())
                .replace("{{kubeVersion}}", chart.path("kubeVersion").asText())
                .replace("{{values}}", tables());
    }

    /** One table for each first word; values without anything below stand together, where the first of them is. */
    private String tables() {
        Map<String, List<ValueComments.Entry>> groups = new LinkedHashMap<>();
        for (var entry : ValueComments.commented(values)) {
            var first = entry.path().split("\\.", -1)[0];
            var group = entry.path().equals(first) && !entry.isIntroduction() ? GENERAL : first;
            groups.computeIfAbsent(group, name -> new ArrayList<>()).add(entry);
        }
        var text = new StringBuilder();
        groups.forEach((name, entries) -> text.append(table(name, entries)));
        return text.toString().stripTrailing();
    }

    private String table(String name, List<ValueComments.Entry> all) {
        var text = new StringBuilder("### %s\n\n".formatted(name.equals(GENERAL) ? name : "`" + name + "`"));
        all.stream()
                .filter(ValueComments.Entry::isIntroduction)
                .forEach(entry -> text.append(
                        entry.path().equals(name)
                                ? entry.meaning() + "\n\n"
                                : "`%s`: %s\n\n".formatted(entry.path(), entry.meaning())));
        text.append("| value | default | meaning |\n|---|---|---|\n");
        var entries = all.stream().filter(entry -> !entry.isIntroduction()).toList();
        entries.forEach(entry -> text.append("| `%s` | %s | %s |\n"
                .formatted(entry.path(), shown(entry.path()), entry.meaning().replace("|", "\\|"))));
        text.append('\n');
        entries.stream()
                .filter(entry -> !entry.example().isEmpty())
                .forEach(entry -> text.append("`%s` with all fields:\n\n```yaml\n%s:\n%s\n```\n\n"
                        .formatted(lastWord(entry.path()), lastWord(entry.path()), indented(entry.example()))));
        return text.toString();
    }

    /** The default, short enough for a table: an object with values is said by its own words. */
    private String shown(String path) {
        var value = defaults.at("/" + path.replace(".", "/"));
        if (value.isTextual()) {
            return value.asText().isEmpty() ? "" : "`" + value.asText() + "`";
        }
        return "`"
                + value.toString().replaceAll("\"([A-Za-z0-9/._-]+)\":", "$1: ").replace(",", ", ") + "`";
    }

    private static String lastWord(String path) {
        return path.substring(path.lastIndexOf('.') + 1);
    }

    private static String indented(String yaml) {
        return yaml.replaceAll("(?m)^(?=.)", "  ");
    }
}
