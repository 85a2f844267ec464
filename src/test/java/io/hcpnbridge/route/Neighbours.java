package io.hcpnbridge.route;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * A shipped file of routes without its neighbours: what begins by itself or takes from outside waits to be sent something, and every
 * step that calls a bean or leaves the file only tells its id. Choices, loops, splits and failure policies stay as they are, but for
 * the time between two tries or steps.
 */
final class Neighbours {
    /** Before the id of a step, as the name of what stands for it. */
    static final String STEP = "step.";

    private static final List<String> OUTSIDE = List.of("bean", "process", "toD", "unmarshal", "marshal");

    private final Set<String> consumed = new TreeSet<>();
    private final Set<String> policies = new TreeSet<>();
    private final List<String> steps = new ArrayList<>();
    private final List<String> questions = new ArrayList<>();
    private final Map<String, String> addresses = new HashMap<>();
    private final JsonNode routes;

    Neighbours(RouteText file) {
        routes = file.tree().deepCopy();
        for (var element : routes) {
            var uri = element.path("route").path("from").path("uri").asText();
            if (uri.startsWith("direct:")) {
                consumed.add(uri);
            }
            policies.add(element.path("routeConfiguration").path("id").asText());
        }
        routes.forEach(this::leaveFrom);
        replace(routes);
    }

    JsonNode routes() {
        return routes;
    }

    /** Ids of the steps that something stands for. */
    List<String> steps() {
        return steps;
    }

    /** What is asked of beans in expressions: {@code <bean>.<method>}. */
    List<String> questions() {
        return questions;
    }

    /** Where steps would have gone that something stands for, by their ids. */
    Map<String, String> addresses() {
        return addresses;
    }

    private void leaveFrom(JsonNode element) {
        var route = element.has("routeTemplate") ? element.path("routeTemplate").path("route") : element.path("route");
        if (route instanceof ObjectNode object) {
            object.remove("precondition");
            if (!policies.contains(route.path("routeConfigurationId").asText())) {
                object.remove("routeConfigurationId");
            }
            var from = (ObjectNode) route.path("from");
            if (!from.path("uri").asText().startsWith("direct:")) {
                from.put("uri", "direct:" + from.path("id").asText());
                from.remove("parameters");
            }
        }
    }

    private void replace(JsonNode node) {
        if (node instanceof ObjectNode object) {
            OUTSIDE.forEach(kind -> standFor(object, kind));
            if (!consumed.contains(object.path("to").path("uri").asText())) {
                standFor(object, "to");
            }
            ask(object);
            List.of("redeliveryDelay", "maximumRedeliveryDelay").forEach(delay -> {
                if (object.has(delay)) {
                    object.put(delay, "1");
                }
            });
            if (object.path("delay").has("constant")) {
                ((ObjectNode) object.path("delay")).put("constant", "1");
            }
        }
        node.forEach(this::replace);
    }

    private void standFor(ObjectNode step, String kind) {
        var id = step.path(kind).path("id").asText();
        if (!id.isEmpty()) {
            addresses.put(id, step.path(kind).path("uri").asText());
            step.remove(kind);
            step.putObject("process").put("id", id).put("ref", STEP + id);
            steps.add(id);
        }
    }

    private void ask(ObjectNode expression) {
        var method = expression.path("method");
        if (method.has("ref")) {
            var question =
                    method.path("ref").asText() + "." + method.path("method").asText();
            ((ObjectNode) method).put("ref", question).put("method", "ask");
            questions.add(question);
        }
    }
}
