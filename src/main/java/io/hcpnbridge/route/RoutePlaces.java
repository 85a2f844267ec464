package io.hcpnbridge.route;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Where in the files of routes a route stands that Camel refuses, and the step of it. */
final class RoutePlaces {
    private final List<RouteText> files;

    RoutePlaces(RouteFiles routes) {
        files = routes.texts();
    }

    /**
     * @param routeId of a route, or of an instance of a template
     * @param step Camel's short text of the step; empty if unknown
     * @return the rule at the step's line, or as near to it as can be told
     */
    RouteProblem problem(String routeId, String step, String rule) {
        return find("route", "id", routeId)
                .or(() -> find("templatedRoute", "routeId", routeId).flatMap(this::template))
                .or(() -> templateOf(step, rule))
                .map(place -> place.file().problem(place.nearest(step), rule))
                .orElseGet(() -> new RouteProblem("", 0, "the route " + routeId + ": " + rule));
    }

    private Optional<Place> template(Place instance) {
        return find(
                "routeTemplate", "id", instance.node().path("routeTemplateRef").asText());
    }

    /** What a route that stands in no file was made of: where its step stands, or what takes from the place that Camel names. */
    private Optional<Place> templateOf(String step, String rule) {
        return places("routeTemplate")
                .filter(place -> !place.nearest(step).equals(place.pointer()))
                .findFirst()
                .or(() -> places("routeTemplate")
                        .filter(place -> place.takesFromWhatIsNamedIn(rule))
                        .findFirst());
    }

    private Optional<Place> find(String kind, String key, String id) {
        return places(kind)
                .filter(place -> place.node().path(key).asText().equals(id))
                .findFirst();
    }

    private Stream<Place> places(String kind) {
        return files.stream().flatMap(file -> IntStream.range(0, file.tree().size())
                .filter(i -> file.tree().get(i).has(kind))
                .mapToObj(i ->
                        new Place(file, "/" + i + "/" + kind, file.tree().get(i).path(kind))));
    }

    private record Place(RouteText file, String pointer, JsonNode node) {
        /** Camel writes {@code seda://files-of-orders.list} for {@code seda:files-of-{{interface}}}. */
        boolean takesFromWhatIsNamedIn(String rule) {
            var uri = node.at("/route/from/uri").asText().replaceFirst(":", "://");
            var known = uri.indexOf("{{") < 0 ? uri : uri.substring(0, uri.indexOf("{{"));
            return !known.isEmpty() && rule.contains(known);
        }

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
