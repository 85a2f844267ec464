package io.hcpnbridge.campaign;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The figures of all parts that have run, one row each, as a table for documents: {@code target/campaign/figures.md}. Each part leaves its row
 * beside it, so that parts may run one by one.
 */
final class Figures {
    static final Path FOLDER = Path.of("target", "campaign");

    private static final List<String> COLUMNS = List.of(
            "part",
            "asked for",
            "befell it",
            "writes carried out",
            "twice",
            "lost",
            "unanswered",
            "untrue",
            "doubts",
            "decided by the partner's reads",
            "start to first call",
            "took",
            "seed",
            "findings");

    private Figures() {}

    /** @param row by the names of columns; what is not there is a dash */
    static void add(String part, Map<String, Object> row) {
        try {
            Files.createDirectories(FOLDER);
            Files.writeString(
                    FOLDER.resolve(part + ".row"),
                    line(COLUMNS.stream()
                            .map(column -> String.valueOf(row.getOrDefault(column, column.equals("part") ? part : "–")))
                            .toList()));
            Files.writeString(FOLDER.resolve("figures.md"), table());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String table() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            var rows = files.filter(file -> file.toString().endsWith(".row"))
                    .sorted()
                    .toList();
            var text = new StringBuilder(machine()).append("\n\n");
            text.append(line(COLUMNS))
                    .append(line(COLUMNS.stream().map(column -> "---").toList()));
            for (var row : rows) {
                text.append(Files.readString(row));
            }
            return text.toString();
        }
    }

    private static String line(List<String> cells) {
        return cells.stream().collect(Collectors.joining(" | ", "| ", " |\n"));
    }

    private static String machine() {
        return "%s, %d processors, Java %s, %s, %s"
                .formatted(
                        System.getProperty("os.name") + " " + System.getProperty("os.version"),
                        Runtime.getRuntime().availableProcessors(),
                        Runtime.version(),
                        System.getProperty("shipped.jar") == null ? "classes of the build" : "the finished jar",
                        Instant.now().toString().substring(0, 16) + "Z");
    }
}
