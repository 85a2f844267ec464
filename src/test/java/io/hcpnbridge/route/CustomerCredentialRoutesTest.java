package io.hcpnbridge.route;

import static org.assertj.core.api.Assertions.assertThat;

import io.hcpnbridge.partner.call.LaneFullException;
import io.hcpnbridge.partner.call.TransportException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.dao.DataAccessResourceFailureException;

/** How IAM is asked for a customer's credential, step by step, as {@code customer-credential.camel.yaml} says it. */
class CustomerCredentialRoutesTest extends ShippedRoutes {
    private static final List<String> QUESTION = List.of(
            "take-question-slot", "leave-unasked-question", "sign-question", "send-question", "judge-iam-answer");

    private int slots = 1;

    CustomerCredentialRoutesTest() {
        super("customer-credential");
    }

    @Test
    void temporaryKeysTakeOneQuestion() {
        obtained("temporary-keys");

        assertThat(passed())
                .containsExactlyElementsOf(steps(
                        List.of("await-turn", "ask-temporary-keys"),
                        QUESTION,
                        List.of("keep-temporary-keys", "end-turn")));
    }

    @Test
    void aTokenTakesTwoQuestionsTheFirstOneForTheTokenThatAsksTheSecond() {
        partnerToken("missing", "fresh");
        asked("customerTokens.keep", any -> {
            assertThat(passed())
                    .endsWith(
                            "ask-customer-token",
                            "take-question-slot",
                            "leave-unasked-question",
                            "sign-question",
                            "send-question",
                            "judge-iam-answer");
            return "false";
        });

        assertThat(obtained("token").isFailed()).isFalse();

        assertThat(passed())
                .containsExactlyElementsOf(steps(
                        List.of("await-turn", "look-for-token", "ask-partner-token"),
                        QUESTION,
                        List.of("keep-partner-token", "ask-customer-token"),
                        QUESTION,
                        List.of("end-turn")));
    }

    @Test
    void aTokenThatIsKeptIsNotAskedForAgain() {
        partnerToken("kept", "none");

        obtained("token");

        assertThat(passed()).doesNotContain("ask-partner-token").containsOnlyOnce("ask-customer-token");
    }

    @Test
    void aKeptTokenThatIamNoLongerAcceptsIsReplacedOnce() {
        var kept = new AtomicInteger();
        asked("customerTokens.keep", any -> Boolean.toString(kept.getAndIncrement() == 0));
        when("look-for-token", exchange -> exchange.setProperty("partnerToken", kept.get() == 0 ? "kept" : "missing"));
        when("keep-partner-token", exchange -> exchange.setProperty("partnerToken", "fresh"));

        obtained("token");

        assertThat(passed()).filteredOn("ask-customer-token"::equals).hasSize(2);
        assertThat(passed()).containsOnlyOnce("ask-partner-token").last().isEqualTo("end-turn");
    }

    @Test
    void withoutATokenOfTheirOwnTheCustomersIsNotAskedForAndNobodyGoesOnAsking() {
        partnerToken("missing", "none");

        obtained("token");

        assertThat(passed()).doesNotContain("ask-customer-token").containsOnlyOnce("ask-partner-token");
    }

    @ParameterizedTest
    @CsvSource({"none", "''", "TOKEN"})
    void whoeverHasNothingToAskAnyMoreAsksNothing(String access) {
        obtained(access);

        assertThat(passed()).containsExactly("await-turn", "end-turn");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"await-turn", "ask-temporary-keys", "send-question", "judge-iam-answer", "keep-temporary-keys"})
    void theNextOneMayAskWhateverHappens(String at) {
        when(at, failing(new DataAccessResourceFailureException("gone", new IOException("reset"))));

        assertThat(obtained("temporary-keys").isFailed()).isTrue();

        assertThat(passed()).endsWith(at, "end-turn");
    }

    @ParameterizedTest
    @MethodSource("brokenQuestions")
    void whatPreventsOrBreaksAQuestionIsJudged(Exception failure, String at) {
        var judged = new ArrayList<Object>();
        when(at, failing(failure));
        when("judge-iam-answer", exchange -> judged.add(exchange.getMessage().getBody()));

        assertThat(asked().isFailed()).isFalse();

        assertThat(passed()).endsWith(at, "judge-iam-answer");
        assertThat(judged).as("nothing of the question").containsExactly("");
    }

    static Stream<Object[]> brokenQuestions() {
        return Stream.of(
                new Object[] {made(LaneFullException.class, "api", null), "take-question-slot"},
                new Object[] {made(TransportException.class, true, new IOException()), "send-question"});
    }

    @Test
    void theSlotIsAwaited() {
        waits("take-question-slot", "leave-unasked-question");

        assertThat(asked().isFailed()).isFalse();
    }

    @Test
    void anAdapterThatStoodStillTakesAnotherSlotAndAsksOnce() {
        slots = 2;

        asked();

        assertThat(passed()).containsOnlyOnce("send-question").startsWith("take-question-slot", "take-question-slot");
    }

    @Test
    void nothingIsAskedOnceTheAdapterStops() {
        when("leave-unasked-question", stopping());

        assertThat(asked().isFailed()).isTrue();

        assertThat(passed()).last().isEqualTo("leave-unasked-question");
    }

    private void partnerToken(String found, String given) {
        asked("customerTokens.keep", any -> "false");
        when("look-for-token", exchange -> exchange.setProperty("partnerToken", found));
        when("keep-partner-token", exchange -> exchange.setProperty("partnerToken", given));
    }

    private Exchange obtained(String access) {
        return sent("direct:obtain-customer-credential", access);
    }

    private Exchange asked() {
        return sent("direct:call-iam", "none");
    }

    private Exchange sent(String to, String access) {
        var turn = new AtomicInteger();
        asked("laneQuota.needsSlot", any -> turn.getAndIncrement() % (slots + 1) < slots);
        return template.send(to, exchange -> {
            exchange.getMessage().setBody("question");
            exchange.setProperty("quotaWait", 0);
            exchange.setProperty("customerAccess", access);
        });
    }

    @SafeVarargs
    private static List<String> steps(List<String>... parts) {
        return Stream.of(parts).flatMap(List::stream).toList();
    }
}
