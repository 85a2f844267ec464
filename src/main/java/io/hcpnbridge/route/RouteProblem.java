package io.hcpnbridge.route;

/**
 * A rule that a file of routes breaks.
 *
 * @param file its plain name, or the pattern that should have found it
 * @param line from 1; 0 if unknown
 */
public record RouteProblem(String file, int line, String rule) {
    public RouteProblem {
        rule = rule.strip().replaceAll("\\s*\\R\\s*", " ").replaceAll("\\p{Cntrl}", "?");
    }

    /** One line that names file, line and rule. */
    @Override
    public String toString() {
        return "routes/" + file + (line > 0 ? ", line " + line : "") + ": " + rule;
    }
}
