package io.hcpnbridge.route;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Where in the files of routes a route stands that Camel refuses, and the step of it. */
final class RoutePlaces {
    private final List<RouteText> files = new ArrayList<>();

    RoutePlaces(RouteFiles routes) {
        routes.files().values().forEach(file -> files.add(RouteText.of(file.name(), file.content())));
    }

    /**
     * @param routeId of a route, or of an instance of a template
     * @param step Camel's short text of the step; empty if unknown
     * @return the rule at the step's line, or as near to it as can be told
     */
    RouteProblem problem(String routeId, String step, String rule) {
        return find("route", "id", routeId)
                .or(() -> find("templatedRoute", "routeId", routeId).flatMap(this::template))
                .map(place -> place.file().problem(place.nearest(step), rule))
                .orElseGet(() -> new RouteProblem("", 0, "the route " + routeId + ": " + rule));
    }

    private Optional<Place> template(Place instance) {
        return find(
                "routeTemplate", "id", instance.node().path("routeTemplateRef").asText());
    }

    private Optional<Place> find(String kind, String key, String id) {
        for (RouteText file : files) {
            for (int i = 0; i < file.tree().size(); i++) {
                var node = file.tree().get(i).path(kind);
                if (node.path(key).asText().equals(id)) {
                    return Optional.of(new Place(file, "/" + i + "/" + kind, node));
                }
            }
        }
        return Optional.empty();
    }

    private record Place(RouteText file, String pointer, JsonNode node) {
        /** Pointer of the longest text below that the step's own text has in it. */
        String nearest(String step) {
            String[] best = {pointer, ""};
            RouteText.walk(pointer, node, (below, value) -> {
                var text = value.asText();
                if (value.isTextual() && text.length() > best[1].length() && step.contains(text)) {
                    best[0] = below;
                    best[1] = text;
                }
            });
            return best[0];
        }
    }
}
