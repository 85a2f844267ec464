package io.hcpnbridge.architecture;

import io.hcpnbridge.route.BrokenRoutesException;
import io.hcpnbridge.route.RouteSchema;
import io.hcpnbridge.route.RouteText;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Reads route files as Camel will, without starting them, and says what is wrong, where. */
final class RouteLint {
    private static final Pattern LISTED =
            Pattern.compile("(?m)^(?:[-*] |\\| ?)`([a-z][a-z0-9]*(?:-[a-z0-9]+)+)`[ :|]+\\S.*$");

    private final RouteSchema schema = new RouteSchema();
    private final RouteEndpoints endpoints = new RouteEndpoints();

    /**
     * @param files texts by file name
     * @param manual the text that lists every route, one line each: {@code - `id`: what it does}, or as a table
     */
    List<String> problems(Map<String, String> files, String manual) {
        List<String> problems = new ArrayList<>();
        RouteIds ids = new RouteIds();
        for (var file : files.entrySet()) {
            try {
                RouteText yaml = RouteText.of(file.getKey(), file.getValue());
                schema.problems(yaml).forEach(problem -> problems.add(problem.toString()));
                problems.addAll(endpoints.problems(yaml));
                problems.addAll(ids.problems(yaml));
            } catch (BrokenRoutesException e) {
                problems.add(e.getMessage());
            }
        }
        problems.addAll(unlisted(ids, manual));
        return problems;
    }

    private static List<String> unlisted(RouteIds ids, String manual) {
        List<String> problems = new ArrayList<>();
        var listed = new TreeSet<>(LISTED.matcher(manual)
                .results()
                .map((MatchResult line) -> line.group(1))
                .toList());
        for (String id : ids.routes()) {
            if (!listed.contains(id)) {
                problems.add("README.md: has no line for the route " + id);
            }
        }
        listed.removeAll(ids.routes());
        listed.forEach(id -> problems.add("README.md: there is no route " + id));
        return problems;
    }
}
