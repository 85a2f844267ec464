package io.hcpnbridge.route;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What the files of routes define, by name, over all files. A name that is defined twice is a problem. */
final class RouteNames {
    private static final String DIRECT = "direct:";

    /** How deep the id of a route itself stands: {@code /0/route/id}. */
    private static final int ROUTES_OWN = 3;

    private final Map<String, String> places = new HashMap<>();
    private final Set<String> consumed = new HashSet<>();
    private final Map<String, JsonNode> templates = new HashMap<>();
    private final List<JsonNode> instances = new ArrayList<>();
    private final Set<String> beans = new HashSet<>();
    private final List<RouteProblem> problems = new ArrayList<>();

    RouteNames(List<RouteText> files) {
        files.forEach(this::collect);
        instances.forEach(this::instantiate);
    }

    List<RouteProblem> problems() {
        return problems;
    }

    /** Whether a route takes from {@code direct:<name>}. */
    boolean isConsumed(String name) {
        return consumed.contains(name);
    }

    /** Whether there is a route configuration of this name. */
    boolean isConfiguration(String name) {
        return places.containsKey("route configuration " + name);
    }

    /** The route template of this name; a missing node if there is none. */
    JsonNode template(String name) {
        return templates.getOrDefault(name, MissingNode.getInstance());
    }

    /** Whether the files themselves define a bean of this name. */
    boolean isBean(String name) {
        return beans.contains(name);
    }

    private void collect(RouteText file) {
        for (int i = 0; i < file.tree().size(); i++) {
            for (var element : file.tree().get(i).properties()) {
                collect(file, "/" + i + "/" + element.getKey(), element.getKey(), element.getValue());
            }
        }
    }

    private void collect(RouteText file, String pointer, String kind, JsonNode element) {
        switch (kind) {
            case "from" -> note(input(element));
            case "route" -> {
                define(file, pointer, "route", element.path("id").asText());
                RouteText.walk(pointer, element, (below, node) -> defineStep(file, below, node));
                note(input(element.path("from")));
            }
            case "templatedRoute" -> {
                define(file, pointer, "route", element.path("routeId").asText());
                instances.add(element);
            }
            case "routeTemplate" -> {
                define(file, pointer, "route template", element.path("id").asText());
                templates.put(element.path("id").asText(), element);
            }
            case "routeConfiguration" ->
                define(file, pointer, "route configuration", element.path("id").asText());
            case "beans" -> element.forEach(bean -> beans.add(bean.path("name").asText()));
            default -> {}
        }
    }

    /** Camel wants the ids of steps to be unique among all routes. */
    private void defineStep(RouteText file, String pointer, JsonNode id) {
        var depth = pointer.chars().filter(character -> character == '/').count();
        if (depth > ROUTES_OWN && pointer.endsWith("/id") && id.isTextual() && !pointer.contains("/parameters/")) {
            define(file, pointer, "step", id.asText());
        }
    }

    private void define(RouteText file, String pointer, String kind, String name) {
        var place = file.name() + ", line " + file.line(pointer);
        var before = name.isEmpty() ? null : places.putIfAbsent(kind + " " + name, place);
        if (before != null) {
            problems.add(
                    file.problem(pointer, "the " + kind + " " + name + " stands in routes/" + before + " already"));
        }
    }

    private void instantiate(JsonNode instance) {
        var template = template(instance.path("routeTemplateRef").asText());
        var input = input((template.has("route") ? template.path("route") : template).path("from"));
        for (var parameter : instance.path("parameters")) {
            input = input.replace(
                    "{{" + parameter.path("name").asText() + "}}",
                    parameter.path("value").asText());
        }
        note(input);
    }

    private void note(String input) {
        if (input.startsWith(DIRECT)) {
            consumed.add(name(input));
        }
    }

    /** The name in {@code direct:<name>?options}. */
    static String name(String uri) {
        return uri.substring(DIRECT.length()).replaceFirst("^//", "").replaceFirst("\\?.*", "");
    }

    private static String input(JsonNode from) {
        return from.isTextual() ? from.asText() : from.path("uri").asText();
    }
}
