package io.hcpnbridge.route;

import java.util.Map;

/**
 * A route that a template makes.
 *
 * @param id of the route
 * @param template id of the template, in a file of {@code routes/}
 * @param parameters what the template is filled with, by name
 */
public record TemplatedRoute(String id, String template, Map<String, String> parameters) {
    public TemplatedRoute {
        parameters = Map.copyOf(parameters);
    }

    /** The text with the parameters in their places. */
    String fill(String text) {
        var filled = text;
        for (var parameter : parameters.entrySet()) {
            filled = filled.replace("{{" + parameter.getKey() + "}}", parameter.getValue());
        }
        return filled;
    }
}
