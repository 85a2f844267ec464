package io.hcpnbridge.campaign;

import io.hcpnbridge.campaign.Answer.Result;
import io.hcpnbridge.rehearsal.ErpFormat;
import io.hcpnbridge.rehearsal.ErpFormat.Line;
import java.util.List;
import java.util.Optional;

/**
 * A file as ERPs write them on bad days.
 *
 * @param damage what is odd about it
 * @param documents how many it has
 */
record OddFile(String iface, String name, byte[] content, String damage, int documents, Expectation expected) {
    /** What must become of it. */
    enum Fate {
        TAKEN,
        REFUSED,
        /** It depends on where the damage is. */
        EITHER
    }

    /**
     * What must become of it.
     *
     * @param line that a refusal names; 0: any
     * @param field that a refusal names; null: any
     */
    record Expectation(Fate fate, int line, String field) {
        static Expectation taken() {
            return new Expectation(Fate.TAKEN, 0, null);
        }

        static Expectation refused(int line, String field) {
            return new Expectation(Fate.REFUSED, line, field);
        }

        static Expectation either() {
            return new Expectation(Fate.EITHER, 0, null);
        }
    }

    /** What is wrong about the answer, if anything. */
    Optional<String> wrong(byte[] answer) {
        var lines = ErpFormat.of(iface).read(answer);
        var problems =
                lines.stream().filter(line -> line.record().equals("problem")).toList();
        if (problems.isEmpty()) {
            return wrongResults(Answer.ofFile(iface, answer).results());
        }
        if (expected.fate() == Fate.TAKEN) {
            return Optional.of("is refused: " + problems);
        }
        if (!problems.stream().allMatch(OddFile::isComplete)) {
            return Optional.of("is refused without line or rule: " + problems);
        }
        return problems.stream().anyMatch(this::isExpected)
                ? Optional.empty()
                : Optional.of("is refused, but not as " + expected + ": " + problems);
    }

    private Optional<String> wrongResults(List<Result> results) {
        if (expected.fate() == Fate.REFUSED) {
            return Optional.of("is taken in");
        }
        if (expected.fate() == Fate.TAKEN && results.size() != documents) {
            return Optional.of("has %d results for %d documents".formatted(results.size(), documents));
        }
        return expected.fate() == Fate.EITHER
                        || results.stream().allMatch(result -> result.status().equals("OK"))
                ? Optional.empty()
                : Optional.of("has " + results);
    }

    /** Line and rule are always there, the value where there is one, the field unless the whole line is meant. */
    private static boolean isComplete(Line problem) {
        return problem.get("line").matches("\\d+") && !problem.get("rule").isEmpty();
    }

    private boolean isExpected(Line problem) {
        return (expected.line() == 0 || Integer.parseInt(problem.get("line")) == expected.line())
                && (expected.field() == null || problem.get("field").equals(expected.field()));
    }
}
