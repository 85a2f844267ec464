package io.hcpnbridge.route;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** How answers are composed and go back to the ERP, step by step, as {@code answers.camel.yaml} says it. */
class AnswersRoutesTest extends ShippedRoutes {
    AnswersRoutesTest() {
        super("answers");
    }

    @Test
    void answersAreComposedUntilNoBatchIsFinished() {
        when("compose-first", leaving(true));
        when("compose-next", leaving(true, false));

        through("look-for-finished-batches", null);

        assertThat(passed())
                .containsExactly(
                        "compose-first", "leave-next-batch", "compose-next", "leave-next-batch", "compose-next");
    }

    @Test
    void eachOwedAnswerIsUploadedBeforeItIsMarked() {
        when("find-owed-answers", leaving(List.of("a", "b")));

        through("look-for-owed-answers", null);

        assertThat(passed())
                .containsExactly(
                        "find-owed-answers",
                        "leave-next-answer",
                        "upload-answer",
                        "mark-delivered",
                        "leave-next-answer",
                        "upload-answer",
                        "mark-delivered");
    }

    @Test
    void anAnswerThatCannotBeUploadedStaysOwedAndTheOthersGoOut() {
        when("find-owed-answers", leaving(List.of("a", "b")));
        when("upload-answer", exchange -> {
            if ("a".equals(exchange.getMessage().getBody())) {
                throw new IllegalStateException();
            }
        });

        through("look-for-owed-answers", null);

        assertThat(passed())
                .containsExactly(
                        "find-owed-answers",
                        "leave-next-answer",
                        "upload-answer",
                        "release-answer",
                        "leave-next-answer",
                        "upload-answer",
                        "mark-delivered");
    }

    @Test
    void anAnswerThatAStopKeepsBackIsGivenBack() {
        when("find-owed-answers", leaving(List.of("a")));
        when("leave-next-answer", stopping());

        through("look-for-owed-answers", null);

        assertThat(passed()).containsExactly("find-owed-answers", "leave-next-answer", "give-answer-back");
    }
}
