package io.hcpnbridge.chart;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * Values that the chart is rendered with.
 *
 * @param name short, for messages
 * @param values values files' contents, the later over the earlier
 */
record Situation(String name, List<String> values) {
    private static final Path EXAMPLES = Chart.FOLDER.resolve("examples");
    private static final Path OURS = Path.of("src/test/resources/chart");

    /** There is no cluster here that could know the kinds of operators. */
    private static final String AWAY_FROM_A_CLUSTER = "requireCrds: false\n";

    /** Only what must be set. */
    static Situation least() {
        return of(OURS.resolve("least.yaml"));
    }

    /** Whatever can be switched on, with the plain NetworkPolicy and a database of others. */
    static Situation everything() {
        return of(OURS.resolve("everything.yaml"));
    }

    /** All: the shipped examples, and those of these tests. */
    static List<Situation> all() {
        return Stream.concat(examples().stream(), files(OURS).map(Situation::of))
                .toList();
    }

    /** The shipped ones. */
    static List<Situation> examples() {
        return files(EXAMPLES)
                .map(file ->
                        new Situation(file.getFileName().toString(), List.of(AWAY_FROM_A_CLUSTER, Chart.text(file))))
                .toList();
    }

    /** These with more values over them. */
    Situation with(String yaml) {
        return new Situation(
                name, Stream.concat(values.stream(), Stream.of(yaml)).toList());
    }

    /** One of the values, with the chart's own where these say nothing. */
    JsonNode value(String pointer) {
        return Chart.merged(values).at(pointer);
    }

    Manifests manifests() {
        return Chart.render(values);
    }

    @Override
    public String toString() {
        return name;
    }

    private static Situation of(Path file) {
        return new Situation(file.getFileName().toString(), List.of(Chart.text(file)));
    }

    private static Stream<Path> files(Path folder) {
        try (var files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".yaml")).sorted().toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
