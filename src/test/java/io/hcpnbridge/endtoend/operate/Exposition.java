package io.hcpnbridge.endtoend.operate;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What {@code /actuator/prometheus} answered: for each metric its series, each with labels and value. */
record Exposition(Map<String, List<Series>> metrics) {
    private static final Pattern SAMPLE = Pattern.compile("([a-zA-Z_:][\\w:]*)(?:\\{(.*)\\})? (\\S+)");
    private static final Pattern LABEL = Pattern.compile("(\\w+)=\"((?:[^\"\\\\]|\\\\.)*)\"");

    record Series(Map<String, String> labels, String value) {}

    static Exposition of(String text) {
        return new Exposition(text.lines()
                .filter(line -> !line.startsWith("#"))
                .map(SAMPLE::matcher)
                .filter(sample -> sample.matches())
                .collect(Collectors.groupingBy(
                        sample -> sample.group(1),
                        TreeMap::new,
                        Collectors.mapping(
                                sample -> new Series(read(sample.group(2)), sample.group(3)), Collectors.toList()))));
    }

    /** The names of the labels that any series of the metric has; none if there is no such metric. */
    Set<String> labels(String metric) {
        return metrics.getOrDefault(metric, List.of()).stream()
                .flatMap(series -> series.labels().keySet().stream())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    Set<String> values(String metric, String label) {
        return metrics.getOrDefault(metric, List.of()).stream()
                .map(series -> series.labels().getOrDefault(label, ""))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The value of the one series with these labels, beside any others. */
    String value(String metric, Map<String, String> labels) {
        return metrics.getOrDefault(metric, List.of()).stream()
                .filter(series -> series.labels().entrySet().containsAll(labels.entrySet()))
                .map(Series::value)
                .reduce((one, other) -> one + " " + other)
                .orElse("none");
    }

    private static Map<String, String> read(String text) {
        if (text == null) {
            return Map.of();
        }
        return LABEL.matcher(text)
                .results()
                .collect(Collectors.toMap(label -> label.group(1), label -> label.group(2)));
    }
}
