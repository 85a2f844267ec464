package io.hcpnbridge.architecture;

import com.fasterxml.jackson.databind.JsonNode;
import io.hcpnbridge.route.RouteText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * What an operator looks for: every route and route template has an id and a description, every step has an id, of the form
 * {@code verb-object}, used once. Collects over several files.
 */
final class RouteIds {
    private static final Pattern FORM = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)+");

    /** Parts of steps that are boxes of their own in a diagram. */
    private static final Set<String> BRANCHES = Set.of(
            "when", "otherwise", "doCatch", "doFinally", "onFallback", "onException", "onCompletion", "intercept");

    private final Map<String, String> places = new LinkedHashMap<>();
    private final Set<String> routes = new TreeSet<>();

    /** Ids of the routes, templates and templated routes seen so far. */
    Set<String> routes() {
        return routes;
    }

    List<String> problems(RouteText file) {
        List<String> problems = new ArrayList<>();
        for (int i = 0; i < file.tree().size(); i++) {
            for (var element : file.tree().get(i).properties()) {
                String pointer = "/" + i + "/" + element.getKey();
                switch (element.getKey()) {
                    case "route", "routeTemplate" -> route(file, pointer, element.getValue(), problems);
                    case "templatedRoute" -> templated(file, pointer, element.getValue(), problems);
                    case "routeConfiguration" -> id(file, pointer, element.getValue(), "id", problems);
                    default -> {}
                }
                steps(file, pointer, element.getValue(), problems);
            }
        }
        return problems;
    }

    /** Where something stands: {@code intake.camel.yaml:12 /0/route/from}. */
    static String at(RouteText file, String pointer) {
        return file.name() + ":" + file.line(pointer) + " " + pointer;
    }

    private void route(RouteText file, String pointer, JsonNode route, List<String> problems) {
        if (id(file, pointer, route, "id", problems)) {
            routes.add(route.path("id").asText());
        }
        if (route.path("description").asText().isBlank()) {
            problems.add(at(file, pointer) + ": has no description");
        }
        if (route.has("from")) {
            id(file, pointer + "/from", route.path("from"), "id", problems);
        }
        if (route.has("route")) {
            id(file, pointer + "/route/from", route.path("route").path("from"), "id", problems);
        }
    }

    private void templated(RouteText file, String pointer, JsonNode route, List<String> problems) {
        if (id(file, pointer, route, "routeId", problems)) {
            routes.add(route.path("routeId").asText());
        }
    }

    private void steps(RouteText file, String pointer, JsonNode node, List<String> problems) {
        for (var member : node.properties()) {
            String below = pointer + "/" + member.getKey();
            JsonNode value = member.getValue();
            if (member.getKey().equals("steps")) {
                for (int i = 0; i < value.size(); i++) {
                    for (var step : value.get(i).properties()) {
                        id(file, below + "/" + i + "/" + step.getKey(), step.getValue(), "id", problems);
                    }
                }
            } else if (BRANCHES.contains(member.getKey()) && value.isObject()) {
                id(file, below, value, "id", problems);
            } else if (BRANCHES.contains(member.getKey()) && value.isArray()) {
                for (int i = 0; i < value.size(); i++) {
                    if (!value.get(i).has(member.getKey())) {
                        id(file, below + "/" + i, value.get(i), "id", problems);
                    }
                }
            }
            steps(file, below, value, problems);
        }
        for (int i = 0; node.isArray() && i < node.size(); i++) {
            steps(file, pointer + "/" + i, node.get(i), problems);
        }
    }

    private boolean id(RouteText file, String pointer, JsonNode node, String key, List<String> problems) {
        String id = node.path(key).asText();
        String place = at(file, pointer);
        if (id.isBlank()) {
            problems.add(place + ": has no " + key);
            return false;
        }
        if (!FORM.matcher(id).matches()) {
            problems.add(place + ": the id " + id + " is not of the form verb-object");
        }
        String before = places.putIfAbsent(id, place);
        if (before != null && !before.equals(place)) {
            problems.add(place + ": the id " + id + " is taken by " + before);
        }
        return true;
    }
}
