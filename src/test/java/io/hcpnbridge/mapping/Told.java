package io.hcpnbridge.mapping;

import io.hcpnbridge.mapping.problem.Problem;

/** What an ERP that reads English is told of a problem. */
public record Told(long line, String field, String value, String rule) {
    /** Of a problem in a batch. */
    public static Told of(Problem problem) {
        return new Told(
                problem.line(), problem.field(), problem.value(), problem.rule().en());
    }

    /** Of a broken rule, wherever it stands. */
    public static Told of(Violation broken) {
        return new Told(0, broken.field(), broken.value(), broken.rule().en());
    }
}
