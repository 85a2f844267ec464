package io.hcpnbridge.route;

import static org.assertj.core.api.Assertions.assertThat;

import io.hcpnbridge.erp.sftp.ServerRefusal;
import io.hcpnbridge.erp.sftp.ServerTrouble;
import java.util.List;
import java.util.stream.Stream;
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

        var next = List.of("wake-delivery", "wake-replies", "leave-next-batch", "compose-next");
        assertThat(passed())
                .containsExactlyElementsOf(Stream.of(List.of("compose-first"), next, next)
                        .flatMap(List::stream)
                        .toList());
    }

    @Test
    void eachOwedAnswerIsUploadedBeforeItIsMarked() {
        owed(List.of("a", "b"));

        through("look-for-owed-answers", null);

        assertThat(passed())
                .containsExactly(
                        "find-owed-answers",
                        "leave-next-answer",
                        "upload-answer",
                        "mark-delivered",
                        "leave-next-answer",
                        "upload-answer",
                        "mark-delivered",
                        "leave-rest-of-answers",
                        "find-more-answers");
    }

    @Test
    void anAnswerThatCannotBeUploadedStaysOwedAndTheOthersGoOut() {
        owed(List.of("a", "b"));
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
                        "mark-delivered",
                        "leave-rest-of-answers",
                        "find-more-answers");
    }

    @Test
    void aServerThatIsAwayIsSaidOnceByOthersAndTheAnswerStaysOwed() {
        for (var trouble : List.of(made(ServerTrouble.class, "away", null), made(ServerRefusal.class, "no"))) {
            passed().clear();
            owed(List.of("a"));
            when("upload-answer", failing(trouble));

            assertThat(through("look-for-owed-answers", null).isFailed()).isFalse();

            assertThat(passed()).endsWith("release-answer-for-server", "leave-rest-of-answers", "find-more-answers");
        }
    }

    @Test
    void anAnswerThatIsUploadedButNotMarkedStaysOwed() {
        owed(List.of("a"));
        when("mark-delivered", failing(new IllegalStateException()));

        assertThat(through("look-for-owed-answers", null).isFailed()).isFalse();

        assertThat(passed())
                .endsWith(
                        "upload-answer",
                        "mark-delivered",
                        "release-answer",
                        "leave-rest-of-answers",
                        "find-more-answers");
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
        owed(List.of("a"));
        when("leave-next-answer", stopping());
        when("leave-rest-of-answers", stopping());

        assertThat(through("look-for-owed-answers", null).isFailed()).isFalse();

        assertThat(passed())
                .containsExactly(
                        "find-owed-answers",
                        "leave-next-answer",
                        "give-answer-back",
                        "leave-rest-of-answers",
                        "give-answer-back");
    }

    /** These, and no more after them. */
    private void owed(List<String> answers) {
        when("find-owed-answers", leaving(answers));
        when("find-more-answers", leaving(List.of()));
    }
}
