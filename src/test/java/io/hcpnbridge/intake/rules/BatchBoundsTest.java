package io.hcpnbridge.intake.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.hcpnbridge.ledger.BatchProblem;
import io.hcpnbridge.mapping.problem.Problem;
import io.hcpnbridge.text.Language;
import io.hcpnbridge.text.Wording;
import io.hcpnbridge.text.Words;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What is kept of a batch while it is checked does not grow out of proportion. */
class BatchBoundsTest {
    private static final Wording ENGLISH = new Wording(Language.EN, StandardCharsets.US_ASCII);

    @Test
    void theFirstProblemsAreNamedAndTheOthersCounted() {
        var problems = new Problems(3);
        IntStream.rangeClosed(1, 10)
                .forEach(line -> problems.add(new Problem(line, "f", "v", Words.of("rule %s", "规则 %s", line))));

        assertThat(problems.count()).isEqualTo(10);
        assertThat(problems.told(ENGLISH))
                .extracting(BatchProblem::rule)
                .containsExactly("rule 1", "rule 2", "rule 3", "and 7 more");
        assertThat(problems.told(ENGLISH).get(3).line()).isEqualTo(10);
    }

    @Test
    void theyAreToldInTheLanguageOfTheErpAsFarAsItsCharsetHasIt() {
        var problems = new Problems(1);
        IntStream.rangeClosed(1, 3)
                .forEach(line -> problems.add(new Problem(line, "f", "v", Words.of("is blank", "是空行"))));

        assertThat(problems.told(new Wording(Language.ZH, Charset.forName("GB18030"))))
                .extracting(BatchProblem::rule)
                .containsExactly("是空行", "另有 2 个问题");
        assertThat(problems.told(new Wording(Language.ZH, StandardCharsets.ISO_8859_1)))
                .extracting(BatchProblem::rule)
                .containsExactly("is blank", "and 2 more");
    }

    @Test
    void nothingMoreIsSaidWhenAllAreNamed() {
        var problems = new Problems(3);
        IntStream.rangeClosed(1, 3).forEach(line -> problems.add(new Problem(line, "f", "v", Words.same("r"))));

        assertThat(problems.told(ENGLISH)).hasSize(3);
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
