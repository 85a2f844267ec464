package io.hcpnbridge.route;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** Routes that templates make: the template is there, gets all that it wants, and no two of them have one id. */
final class TemplateRules {
    private final RouteNames names;
    private final Set<String> interfaces;

    TemplateRules(RouteNames names, Set<String> interfaces) {
        this.names = names;
        this.interfaces = interfaces;
    }

    /** Of routes that stand in no file. */
    List<RouteProblem> problems(List<TemplatedRoute> made) {
        var problems = new ArrayList<RouteProblem>();
        var owners = new HashMap<String, String>();
        for (var route : made) {
            Consumer<String> report = rule -> problems.add(new RouteProblem("", 0, rule));
            check(route, report);
            var before = owners.putIfAbsent(route.id(), owner(route));
            if (before != null) {
                report.accept("the route " + route.id() + " is made for " + before + " and for " + owner(route)
                        + ": route in interface.yaml gives each its own");
            }
        }
        return problems.stream().distinct().toList();
    }

    void check(TemplatedRoute route, Consumer<String> report) {
        var template = names.template(route.template());
        if (template.isMissingNode()) {
            report.accept("there is no route template " + route.template());
        }
        for (var parameter : template.path("parameters")) {
            var name = parameter.path("name").asText();
            if (!isOptional(parameter) && !route.parameters().containsKey(name)) {
                report.accept("the route template " + route.template() + " wants the parameter " + name);
            }
        }
        var iface = route.parameters().get(InterfaceRoutes.INTERFACE);
        if (iface != null && !interfaces.contains(iface)) {
            report.accept("there is no interface " + iface + " in mappings/");
        }
    }

    private static String owner(TemplatedRoute route) {
        return route.parameters()
                .getOrDefault(
                        InterfaceRoutes.INTERFACE,
                        String.valueOf(route.parameters().values()));
    }

    private static boolean isOptional(JsonNode parameter) {
        return parameter.has("defaultValue") || !parameter.path("required").asBoolean(true);
    }
}
