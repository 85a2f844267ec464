package io.hcpnbridge.route;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * A shipped file of routes with one mistake in it, such as one that is overridden may have.
 *
 * @param name what is wrong, and where
 */
record RouteMutant(String name, String file, JsonNode routes) {

    /** The file with each property that it reads misspelt, one after the other. */
    static List<RouteMutant> misspelt(RouteText file) {
        List<RouteMutant> mutants = new ArrayList<>();
        file.walk((pointer, node) -> {
            for (var property : RouteProperties.reads(pointer, node)) {
                if (!property.startsWith("Camel")) {
                    var text = node.asText().replaceAll("\\b" + property + "\\b", property + "x");
                    mutants.add(of(file, "misspelt " + property, pointer, parent -> set(parent, pointer, text)));
                }
            }
        });
        return mutants;
    }

    /** The file without one {@code when}, and with two neighbouring branches of a choice exchanged. */
    static List<RouteMutant> misled(RouteText file) {
        List<RouteMutant> mutants = new ArrayList<>();
        file.walk((pointer, node) -> {
            if (!pointer.endsWith("/choice")) {
                return;
            }
            var branches = node.path("when").size();
            for (int i = 0; i < branches; i++) {
                var at = i;
                mutants.add(of(
                        file, "without " + id(node, i), pointer + "/when", choice -> ((ArrayNode) choice.path("when"))
                                .remove(at)));
                if (at + 1 < branches || node.has("otherwise")) {
                    var name = "exchanged " + id(node, i) + " and " + id(node, i + 1);
                    mutants.add(of(file, name, pointer + "/when", choice -> exchange(choice, at)));
                }
            }
        });
        return mutants;
    }

    @Override
    public String toString() {
        return file + ": " + name;
    }

    private static void exchange(JsonNode choice, int index) {
        var one = branch(choice, index);
        var other = branch(choice, index + 1);
        var kept = one.path("steps");
        one.set("steps", other.path("steps"));
        other.set("steps", kept);
    }

    private static ObjectNode branch(JsonNode choice, int index) {
        var when = choice.path("when");
        return (ObjectNode) (index < when.size() ? when.get(index) : choice.path("otherwise"));
    }

    private static String id(JsonNode choice, int index) {
        return branch(choice, index).path("id").asText();
    }

    private static void set(JsonNode parent, String pointer, String text) {
        var last = pointer.substring(pointer.lastIndexOf('/') + 1);
        if (parent instanceof ArrayNode array) {
            array.set(Integer.parseInt(last), TextNode.valueOf(text));
        } else {
            ((ObjectNode) parent).put(last, text);
        }
    }

    /** @param change of what contains the node at the pointer */
    private static RouteMutant of(RouteText file, String name, String pointer, Consumer<JsonNode> change) {
        var routes = file.tree().deepCopy();
        change.accept(routes.at(pointer.substring(0, pointer.lastIndexOf('/'))));
        return new RouteMutant(name + " (line " + file.line(pointer) + ")", file.name(), routes);
    }
}
