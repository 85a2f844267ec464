package io.hcpnbridge.route;

import static org.assertj.core.api.Assertions.assertThat;

import io.hcpnbridge.partner.Judgement;
import io.hcpnbridge.partner.call.LaneFullException;
import io.hcpnbridge.partner.call.TransportException;
import io.hcpnbridge.partner.credential.UnknownCredentialException;
import io.hcpnbridge.partner.judgement.CredentialNotObtainedException;
import io.hcpnbridge.text.Words;
import java.io.IOException;
import java.util.ArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.dao.DataAccessResourceFailureException;

/** The one way to the partner, step by step, as {@code partner-call.camel.yaml} says it. */
class PartnerCallRoutesTest extends ShippedRoutes {
    private static final String[] CALL = {
        "resolve-credential",
        "require-credential",
        "take-call-slot",
        "leave-unsent-call",
        "open-attempt",
        "sign-request",
        "send-request"
    };
    private static final String[] READ = {"decode-answer", "parse-answer", "judge-response"};

    private int slots = 1;

    PartnerCallRoutesTest() {
        super("partner-call");
    }

    @Test
    void theIntentIsCommittedAfterTheWaitAndBeforeAnythingIsSignedOrSent() {
        assertThat(called().isFailed()).isFalse();

        assertThat(passed())
                .containsExactlyElementsOf(
                        Stream.of(CALL, READ).flatMap(Stream::of).toList());
    }

    @Test
    void theSlotIsAwaited() {
        waits("take-call-slot", "leave-unsent-call");

        assertThat(called().isFailed()).isFalse();
    }

    @Test
    void whatCameFromUpstreamDoesNotSteerTheCallAndLeavesWithNothing() {
        when("send-request", exchange -> {
            assertThat(exchange.getMessage().getHeaders()).isEmpty();
            assertThat(exchange.getProperty(Exchange.EXCEPTION_CAUGHT)).isNull();
        });

        assertThat(called().isFailed()).isFalse();
    }

    @Test
    void aCredentialThatNobodyHasIsObtainedBeforeAnythingElse() {
        when("resolve-credential", exchange -> exchange.setProperty("credentialFound", "false"));

        called();

        assertThat(passed()).startsWith("resolve-credential", "obtain-credential", "require-credential");
        assertThat(addressed()).first().isEqualTo("direct:obtain-customer-credential");
    }

    @Test
    void anAdapterThatStoodStillTakesAnotherSlotAndHasCommittedNothing() {
        slots = 2;

        called();

        assertThat(passed()).containsSubsequence("take-call-slot", "take-call-slot", "open-attempt");
        assertThat(passed()).filteredOn("open-attempt"::equals).hasSize(1);
    }

    @ParameterizedTest(name = "{0} at {1}")
    @MethodSource("brokenCalls")
    void whatPreventsOrBreaksACallIsJudgedAndNothingIsSentAfterIt(Exception failure, String at) {
        var decoded = new ArrayList<Object>();
        when(at, failing(failure));
        when("decode-answer", exchange -> decoded.add(exchange.getMessage().getBody()));

        var done = called();

        assertThat(done.isFailed()).isFalse();
        assertThat(passed()).endsWith(READ).doesNotHaveDuplicates();
        assertThat(passed().indexOf(at) + READ.length).as("nothing between").isEqualTo(passed().size() - 1);
        assertThat(decoded).as("nothing of the request").containsExactly("");
    }

    static Stream<Object[]> brokenCalls() {
        return Stream.of(
                new Object[] {new UnknownCredentialException(Words.same("no keys")), "resolve-credential"},
                new Object[] {new CredentialNotObtainedException(Judgement.missing()), "require-credential"},
                new Object[] {made(LaneFullException.class, "api", null), "take-call-slot"},
                new Object[] {made(TransportException.class, true, new IOException()), "send-request"});
    }

    @ParameterizedTest
    @ValueSource(strings = {"take-call-slot", "leave-unsent-call", "open-attempt", "sign-request", "send-request"})
    void whateverElseFailsLeavesTheRouteUnjudgedAndNothingIsSentAfterIt(String at) {
        var gone = new DataAccessResourceFailureException("gone", new IOException("reset"));
        when(at, failing(gone));

        assertThat(called().getException()).isSameAs(gone);

        assertThat(passed()).last().isEqualTo(at);
    }

    @Test
    void nothingIsCommittedOrSentOnceTheAdapterStops() {
        when("leave-unsent-call", stopping());

        called();

        assertThat(passed()).last().isEqualTo("leave-unsent-call");
    }

    @Test
    void anAnswerWithoutABodyIsJudgedByItsHeaders() {
        when("decode-answer", exchange -> exchange.getMessage().setBody(null));

        called();

        assertThat(passed()).endsWith("decode-answer", "judge-response");
    }

    @ParameterizedTest
    @ValueSource(strings = {"decode-answer", "parse-answer"})
    void anAnswerThatCannotBeReadIsJudgedAsWell(String at) {
        when(at, failing(new IllegalStateException("not JSON")));

        assertThat(called().isFailed()).isFalse();

        assertThat(passed()).endsWith(at, "leave-answer-unread", "judge-response");
    }

    private Exchange called() {
        var asked = new AtomicInteger();
        asked("laneQuota.needsSlot", any -> asked.getAndIncrement() < slots);
        return template.send("direct:call-partner", exchange -> {
            exchange.getMessage().setBody("request");
            exchange.getMessage().setHeader("CamelHttpUri", "http://elsewhere");
            exchange.setProperty("quotaWait", 0);
            exchange.setProperty(Exchange.EXCEPTION_CAUGHT, new IllegalStateException("an earlier one"));
        });
    }
}
