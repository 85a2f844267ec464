package io.hcpnbridge.route;

import java.util.Map;
import org.apache.camel.model.RouteDefinition;
import org.apache.camel.model.RouteTemplateDefinition;

/** Lets the description of a route that a template makes say which it is: Camel leaves parameters in it as they are. */
final class DescribedTemplates implements RouteTemplateDefinition.Converter {
    @Override
    public RouteDefinition apply(RouteTemplateDefinition template, Map<String, Object> parameters) {
        var route = template.asRouteDefinition();
        var description = route.getDescription();
        if (description != null) {
            for (var parameter : parameters.entrySet()) {
                description =
                        description.replace("{{" + parameter.getKey() + "}}", String.valueOf(parameter.getValue()));
            }
            route.setDescription(description);
        }
        return route;
    }
}
