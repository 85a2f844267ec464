package io.hcpnbridge.route;

import java.sql.SQLException;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.camel.FailedToCreateRouteException;
import org.apache.camel.FailedToStartRouteException;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalyzer;
import org.springframework.core.env.Environment;

/** A route that Camel refuses, in one line that names file, line and Camel's reason. */
final class RouteFailureAnalyzer implements FailureAnalyzer {
    private static final Pattern STEP = Pattern.compile(">>> (.*?) <<<", Pattern.DOTALL);

    /** Values may be secrets, where they came from settings. */
    private static final Pattern UNKNOWN = Pattern.compile("Unknown parameters=.*", Pattern.DOTALL);

    private static final Pattern NAMES = Pattern.compile("([\\w.-]+)=[^,}]*");
    private static final Pattern QUERY = Pattern.compile("([?&][\\w.-]+)=[^&\\s]*");

    private final String patterns;

    RouteFailureAnalyzer(Environment environment) {
        this.patterns = environment.getProperty("bridge.routes", "");
    }

    @Override
    public FailureAnalysis analyze(Throwable failure) {
        var causes = Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                .toList();
        if (causes.stream().anyMatch(SQLException.class::isInstance)
                || causes.stream().noneMatch(cause -> cause.getClass().getName().startsWith("org.apache.camel."))) {
            return null;
        }
        return new FailureAnalysis(problem(causes).toString(), "Correct the files that bridge.routes finds.", failure);
    }

    private RouteProblem problem(List<Throwable> causes) {
        var rule = rule(causes);
        for (Throwable cause : causes) {
            if (cause instanceof FailedToCreateRouteException refused) {
                return place(refused.getRouteId(), refused.getMessage(), rule);
            }
            if (cause instanceof FailedToStartRouteException refused) {
                return place(refused.getRouteId(), refused.getMessage(), rule);
            }
        }
        return new RouteProblem("", 0, rule);
    }

    private RouteProblem place(String routeId, String message, String rule) {
        var step = STEP.matcher(message);
        try {
            return new RoutePlaces(new RouteFiles(patterns)).problem(routeId, step.find() ? step.group(1) : "", rule);
        } catch (BrokenRoutesException changedMeanwhile) {
            return new RouteProblem("", 0, "the route " + routeId + ": " + rule);
        }
    }

    /** The innermost reason says most. */
    private static String rule(List<Throwable> causes) {
        var innermost = causes.get(causes.size() - 1);
        var message = innermost.getMessage() == null ? innermost.getClass().getSimpleName() : innermost.getMessage();
        var withoutQuery = QUERY.matcher(message).replaceAll("$1");
        return UNKNOWN.matcher(withoutQuery)
                .replaceAll(unknown -> "Unknown parameters "
                        + NAMES.matcher(unknown.group().substring("Unknown parameters=".length()))
                                .replaceAll("$1")
                                .replaceAll("[\\[\\]{}]", ""));
    }
}
