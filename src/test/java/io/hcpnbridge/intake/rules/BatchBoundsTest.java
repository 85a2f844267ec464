package io.hcpnbridge.intake.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.hcpnbridge.ledger.BatchProblem;
import io.hcpnbridge.mapping.problem.Problem;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What is kept of a batch while it is checked does not grow out of proportion. */
class BatchBoundsTest {
    @Test
    void theFirstProblemsAreNamedAndTheOthersCounted() {
        var problems = new Problems(3);
        IntStream.rangeClosed(1, 10).forEach(line -> problems.add(new Problem(line, "f", "v", "rule " + line)));

        assertThat(problems.count()).isEqualTo(10);
        assertThat(problems.told())
                .extracting(BatchProblem::rule)
                .containsExactly("rule 1", "rule 2", "rule 3", "and 7 more");
        assertThat(problems.told().get(3).line()).isEqualTo(10);
    }

    @Test
    void nothingMoreIsSaidWhenAllAreNamed() {
        var problems = new Problems(3);
        IntStream.rangeClosed(1, 3).forEach(line -> problems.add(new Problem(line, "f", "v", "r")));

        assertThat(problems.told()).hasSize(3);
    }

    @Test
    void aNumberThatStoodBeforeIsFoundAmongManyOthers() {
        var documents = new DocumentNumbers();
        for (int line = 2; line < 200_002; line++) {
            assertThat(documents.add("RZ-" + line, line)).isEmpty();
        }

        assertThat(documents.add("RZ-2", 200_002)).hasValue(2);
        assertThat(documents.add("RZ-200001", 200_003)).hasValue(200_001);
        assertThat(documents.add("RZ-200002", 200_004)).isEmpty();
    }
}
