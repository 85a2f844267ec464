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
    /** How deep the id of a route itself stands: {@code /0/route/id}. */
    private static final int ROUTES_OWN = 3;

    private final Map<String, String> places = new HashMap<>();
    private final Set<String> consumed = new HashSet<>();
    private final Map<String, JsonNode> templates = new HashMap<>();
    private final List<TemplatedRoute> instances = new ArrayList<>();
    private final Set<String> beans = new HashSet<>();
    private final List<RouteProblem> problems = new ArrayList<>();

    RouteNames(List<RouteText> files) {
        files.forEach(this::collect);
        instances.forEach(route -> note(input(route)));
    }

    List<RouteProblem> problems() {
        return problems;
    }

    /** Whether a route takes from there, e.g. from {@code direct:<name>}. */
    boolean isConsumed(String uri) {
        return consumed.contains(place(uri));
    }

    /** Those that no file has: neither a route of that id nor one that takes from the same place. */
    List<TemplatedRoute> missing(List<TemplatedRoute> wanted) {
        return wanted.stream()
                .filter(route -> !places.containsKey("route " + route.id()) && !isConsumed(input(route)))
                .toList();
    }

    /** Makes the missing ones, as Camel will; those. */
    List<TemplatedRoute> make(List<TemplatedRoute> wanted) {
        var missing = missing(wanted);
        missing.forEach(route -> note(input(route)));
        return missing;
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
                instances.add(instance(element));
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

    static TemplatedRoute instance(JsonNode element) {
        var parameters = new HashMap<String, String>();
        element.path("parameters")
                .forEach(one -> parameters.put(
                        one.path("name").asText(), one.path("value").asText()));
        return new TemplatedRoute(
                element.path("routeId").asText(),
                element.path("routeTemplateRef").asText(),
                parameters);
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

    private void note(String input) {
        consumed.add(place(input));
    }

    private String input(TemplatedRoute route) {
        var template = template(route.template());
        return route.fill(input((template.has("route") ? template.path("route") : template).path("from")));
    }

    /** Without options. */
    static String place(String uri) {
        return uri.replaceFirst("^(\\w+:)//", "$1").replaceFirst("\\?.*", "");
    }

    private static String input(JsonNode from) {
        return from.isTextual() ? from.asText() : from.path("uri").asText();
    }
}
