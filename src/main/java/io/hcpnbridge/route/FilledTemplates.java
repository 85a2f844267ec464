package io.hcpnbridge.route;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.camel.spi.RouteTemplateParameterSource;

/**
 * Gives Camel the routes that templates make of what is there, such as of every interface. What a file of {@code routes/} has itself
 * is left out.
 */
public final class FilledTemplates implements RouteTemplateParameterSource {
    private final List<TemplatedRoute> wanted;
    private final Map<String, TemplatedRoute> made = new LinkedHashMap<>();

    /** @param wanted of which none is made that a file has: one of the same id, or one that takes from the same place */
    public FilledTemplates(RouteFiles files, List<TemplatedRoute> wanted) {
        this.wanted = List.copyOf(wanted);
        new RouteNames(files.texts()).missing(wanted).forEach(route -> made.put(route.id(), route));
    }

    /** All of them, also those that a file has. */
    public List<TemplatedRoute> wanted() {
        return wanted;
    }

    @Override
    public Set<String> routeIds() {
        return made.keySet();
    }

    @Override
    public Map<String, Object> parameters(String routeId) {
        var route = made.get(routeId);
        Map<String, Object> parameters = new HashMap<>(route.parameters());
        parameters.put(TEMPLATE_ID, route.template());
        return parameters;
    }
}
