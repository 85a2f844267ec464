package io.hcpnbridge.route;

import static org.assertj.core.api.Assertions.assertThat;

import io.hcpnbridge.erp.sftp.ServerRefusal;
import io.hcpnbridge.erp.sftp.ServerTrouble;
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

        assertThat(through("look-for-owed-answers", null).isFailed()).isFalse();

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
    void aServerThatIsAwayIsSaidOnceByOthersAndTheAnswerStaysOwed() {
        for (var trouble : List.of(made(ServerTrouble.class, "away", null), made(ServerRefusal.class, "no"))) {
            passed().clear();
            when("find-owed-answers", leaving(List.of("a")));
            when("upload-answer", failing(trouble));

            assertThat(through("look-for-owed-answers", null).isFailed()).isFalse();

            assertThat(passed()).last().isEqualTo("release-answer-for-server");
        }
    }

    @Test
    void anAnswerThatIsUploadedButNotMarkedStaysOwed() {
        when("find-owed-answers", leaving(List.of("a")));
        when("mark-delivered", failing(new IllegalStateException()));

        assertThat(through("look-for-owed-answers", null).isFailed()).isFalse();

        assertThat(passed()).endsWith("upload-answer", "mark-delivered", "release-answer");
    }

    @Test
    void noBatchIsBegunAnyMoreWhenTheAdapterStops() {
        when("compose-first", leaving(true));
        when("leave-next-batch", stopping());

        assertThat(through("look-for-finished-batches", null).isFailed()).isFalse();

        assertThat(passed()).doesNotContain("compose-next");
    }

    @Test
    void anAnswerThatAStopKeepsBackIsGivenBack() {
        when("find-owed-answers", leaving(List.of("a")));
        when("leave-next-answer", stopping());

        assertThat(through("look-for-owed-answers", null).isFailed()).isFalse();

        assertThat(passed()).containsExactly("find-owed-answers", "leave-next-answer", "give-answer-back");
    }
}
