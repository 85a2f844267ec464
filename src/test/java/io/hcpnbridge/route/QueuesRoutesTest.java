package io.hcpnbridge.route;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.transaction.CannotCreateTransactionException;

/** How messages come in and replies go out, step by step, as {@code queues.camel.yaml} says it. */
class QueuesRoutesTest extends ShippedRoutes {
    QueuesRoutesTest() {
        super("queues");
    }

    @Test
    void aMessageIsCheckedBeforeTheLedgerHasIt() {
        when("check-message", exchange -> assertThat(exchange.getProperty("queuesOf"))
                .as("who may write there")
                .isEqualTo("acme"));

        assertThat(message().isFailed()).isFalse();

        assertThat(passed())
                .containsExactly(
                        "check-message",
                        "write-message-to-ledger",
                        "wake-claims-for-message",
                        "wake-composing-for-refusal");
    }

    @Test
    void aMessageThatIsNotLetInIsKeptUnread() {
        when("check-message", exchange -> exchange.setProperty("refusal", "it has foreign headers"));

        message();

        assertThat(passed()).containsExactly("check-message", "choose-refused-queue", "keep-message");
    }

    @Test
    void aMessageThatCannotBeTakenInIsKeptAndTheReasonTellsNothingOfIt() {
        when("write-message-to-ledger", failing(new IllegalStateException("content")));
        when("keep-message", exchange -> assertThat(exchange.getProperty("refusal"))
                .isEqualTo("it cannot be taken in: IllegalStateException"));

        assertThat(message().isFailed()).as("acknowledged").isFalse();

        assertThat(passed())
                .containsExactly("check-message", "write-message-to-ledger", "choose-refused-queue", "keep-message");
    }

    @Test
    void aMessageThatCannotEvenBeKeptGoesBackToItsQueue() {
        when("check-message", exchange -> exchange.setProperty("refusal", "no"));
        when("keep-message", failing(new IllegalStateException()));
        asked("ledgerReach.isThere", any -> false);

        assertThat(message().isFailed()).isTrue();
    }

    @ParameterizedTest
    @MethodSource("troublesOfTheLedger")
    void aMessageIsHeldUntilTheLedgerIsBackHoweverLongThatTakes(Exception trouble) {
        asked("ledgerReach.isThere", any -> false);
        when("write-message-to-ledger", times(30, trouble));

        assertThat(message().isFailed()).isFalse();

        assertThat(passed())
                .hasSize(34)
                .endsWith("write-message-to-ledger", "wake-claims-for-message", "wake-composing-for-refusal")
                .doesNotContain("keep-message");
    }

    static Stream<Exception> troublesOfTheLedger() {
        return Stream.of(
                new QueryTimeoutException(""),
                new RecoverableDataAccessException(""),
                new DataAccessResourceFailureException("", new SQLException()),
                new CannotCreateTransactionException(""),
                new IOException());
    }

    @Test
    void eachReplyIsOpenedSentAndThenMarked() {
        owed(List.of("a", "b"));

        through("look-for-owed-replies", null);

        var once = List.of("open-reply", "leave-next-reply", "send-reply", "mark-replied");
        assertThat(passed())
                .containsExactlyElementsOf(Stream.of(
                                List.of("find-owed-replies"),
                                once,
                                once,
                                List.of("leave-rest-of-replies", "find-more-replies"))
                        .flatMap(List::stream)
                        .toList());
    }

    @ParameterizedTest
    @MethodSource("stepsOfReplies")
    void aReplyThatIsNotSentOrNotMarkedStaysOwedAndTheOthersGoOut(String step) {
        owed(List.of("a", "b"));
        when(step, times(1, new IllegalStateException()));

        assertThat(through("look-for-owed-replies", null).isFailed()).isFalse();

        assertThat(passed()).containsSubsequence(step, "release-reply", "open-reply", "send-reply", "mark-replied");
        assertThat(passed()).filteredOn("mark-replied"::equals).hasSize(step.equals("mark-replied") ? 2 : 1);
    }

    static Stream<String> stepsOfReplies() {
        return Stream.of("open-reply", "send-reply", "mark-replied");
    }

    @Test
    void aReplyThatAStopKeepsBackIsGivenBackUnsent() {
        owed(List.of("a"));
        when("leave-next-reply", stopping());
        when("leave-rest-of-replies", stopping());

        assertThat(through("look-for-owed-replies", null).isFailed()).isFalse();

        assertThat(passed())
                .containsExactly(
                        "find-owed-replies",
                        "open-reply",
                        "leave-next-reply",
                        "give-reply-back",
                        "leave-rest-of-replies",
                        "give-reply-back");
    }

    @Test
    void somebodyLooksWhetherTheQueueIsThere() {
        through("look-at-queues", null);

        assertThat(passed()).containsExactly("look-whether-queue-is-there");
    }

    /** These, and no more after them. */
    private void owed(List<String> replies) {
        when("find-owed-replies", leaving(replies));
        when("find-more-replies", leaving(List.of()));
    }

    private static Processor times(int failures, Exception failure) {
        var turn = new AtomicInteger();
        return exchange -> {
            if (turn.getAndIncrement() < failures) {
                throw failure;
            }
        };
    }

    private Exchange message() {
        fill("take-in-messages-from", Map.of("request", "q", "queues-of", "acme"));
        return through("consume-requests", "text");
    }
}
