package io.hcpnbridge.route;

import java.util.List;
import java.util.stream.Collectors;

/** Files of routes that cannot be used. The message has one line for each problem. */
public final class BrokenRoutesException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<RouteProblem> problems;

    /** @param problems one at least */
    BrokenRoutesException(List<RouteProblem> problems) {
        super(problems.stream().map(RouteProblem::toString).collect(Collectors.joining("\n")));
        this.problems = List.copyOf(problems);
    }

    BrokenRoutesException(String file, String rule) {
        this(file, 0, rule);
    }

    BrokenRoutesException(String file, int line, String rule) {
        this(List.of(new RouteProblem(file, line, rule)));
    }

    /** One at least. */
    List<RouteProblem> problems() {
        return problems;
    }
}
