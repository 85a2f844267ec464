package io.hcpnbridge.route;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.beans.factory.BeanFactory;

/**
 * What can be said about routes before Camel gets them: they are YAML, have no key that Camel would ignore, define nothing
 * twice, refer to nothing that is not there and read no exchange property that nobody leaves. Endpoints and expressions are Camel's to check.
 */
public final class RouteRules {
    private RouteRules() {}

    /**
     * @param beans those of the adapter; none is made
     * @param interfaces of {@code mappings/}, whether they compile or not
     * @param wanted that templates make, unless a file has them
     * @throws BrokenRoutesException with every problem of every file
     */
    public static void check(
            RouteFiles routes, BeanFactory beans, Set<String> interfaces, List<TemplatedRoute> wanted) {
        List<RouteProblem> problems = new ArrayList<>();
        List<RouteText> files = new ArrayList<>();
        for (RouteFile file : routes.files().values()) {
            try {
                files.add(RouteText.of(file.name(), file.content()));
            } catch (BrokenRoutesException e) {
                problems.addAll(e.problems());
            }
        }
        var schema = new RouteSchema();
        files.forEach(file -> problems.addAll(shape(file, schema)));
        if (problems.isEmpty()) {
            var names = new RouteNames(files);
            problems.addAll(names.problems());
            var templates = new TemplateRules(names, interfaces);
            problems.addAll(templates.problems(names.make(wanted)));
            var references = new RouteReferences(names, beans, templates, withRecords(wanted));
            files.forEach(file -> problems.addAll(references.problems(file)));
            var properties = new RouteProperties(files, beans);
            files.forEach(file -> problems.addAll(properties.problems(file)));
        }
        if (!problems.isEmpty()) {
            problems.sort(Comparator.comparing(RouteProblem::file).thenComparing(RouteProblem::line));
            throw new BrokenRoutesException(problems);
        }
    }

    private static Set<String> withRecords(List<TemplatedRoute> wanted) {
        return wanted.stream()
                .map(route -> route.parameters().get(InterfaceRoutes.INTERFACE))
                .filter(Objects::nonNull)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static List<RouteProblem> shape(RouteText file, RouteSchema schema) {
        return file.tree().isEmpty()
                ? List.of(new RouteProblem(file.name(), 0, "holds no routes"))
                : schema.problems(file);
    }
}
