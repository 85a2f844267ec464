package io.hcpnbridge.endtoend.operate;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * An expression of Prometheus, as far as it names what must be there: metrics, their labels, and values that labels are compared with.
 *
 * @param text with what Grafana puts in already put in
 */
record Expression(String text) {
    /** What Prometheus itself adds to each series, by the target that it scrapes. */
    private static final Set<String> OF_TARGETS = Set.of("namespace", "job", "pod", "instance");

    private static final Set<String> WORDS =
            Set.of("and", "or", "unless", "bool", "offset", "by", "without", "on", "ignoring");
    private static final Pattern GROUPING =
            Pattern.compile("\\b(?:by|without|on|ignoring|group_left|group_right)\\s*\\(([^)]*)\\)");
    private static final Pattern SELECTOR =
            Pattern.compile("(?<![\\w$])([a-zA-Z_:][\\w:]*)(?!\\s*\\(|[\\w:])\\s*(?:\\{([^}]*)\\})?(?:\\[[^\\]]*\\])?");
    private static final Pattern MATCHER = Pattern.compile("(\\w+)\\s*(=~|!~|!=|=)\\s*\"([^\"]*)\"");

    static Expression of(String written) {
        return new Expression(written.replaceAll("\\$__\\w+", "5m").replace("$namespace", ".*"));
    }

    /** What of it is not exposed; empty if all is. */
    Set<String> missing(Exposition exposition) {
        var missing = new TreeSet<String>();
        var metrics = new TreeSet<String>();
        var selectors = SELECTOR.matcher(GROUPING.matcher(text).replaceAll(" "));
        while (selectors.find()) {
            var metric = selectors.group(1);
            if (WORDS.contains(metric)) {
                continue;
            }
            metrics.add(metric);
            if (!exposition.metrics().containsKey(metric)) {
                missing.add("the metric " + metric);
            } else if (selectors.group(2) != null) {
                missing.addAll(missing(metric, selectors.group(2), exposition));
            }
        }
        if (metrics.isEmpty()) {
            missing.add("any metric");
        }
        GROUPING.matcher(text).results().forEach(group -> {
            for (var label : group.group(1).split("[,\\s]+")) {
                metrics.stream()
                        .filter(metric -> !has(metric, label, exposition))
                        .forEach(metric -> missing.add("the label " + label + " of " + metric));
            }
        });
        return missing;
    }

    private static List<String> missing(String metric, String matchers, Exposition exposition) {
        var missing = new ArrayList<String>();
        MATCHER.matcher(matchers).results().forEach(matcher -> {
            var label = matcher.group(1);
            if (!has(metric, label, exposition)) {
                missing.add("the label " + label + " of " + metric);
            } else if (matcher.group(2).equals("=")
                    && !OF_TARGETS.contains(label)
                    && !exposition.values(metric, label).contains(matcher.group(3))) {
                missing.add(metric + " with " + matcher.group());
            }
        });
        return missing;
    }

    private static boolean has(String metric, String label, Exposition exposition) {
        return OF_TARGETS.contains(label) || exposition.labels(metric).contains(label);
    }
}
