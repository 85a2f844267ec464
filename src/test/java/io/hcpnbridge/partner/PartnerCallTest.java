package io.hcpnbridge.partner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hcpnbridge.secret.Secret;
import io.hcpnbridge.text.Words;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a call says of itself on its way. */
class PartnerCallTest {
    private static final Credential KEYS =
            Credential.ofPartner("acme", "domain-canary", Secret.of("ak-canary"), Secret.of("sk-canary"));

    @Test
    void aCallIsAnnouncedOnce() {
        var call = renewal(() -> Duration.ofMinutes(1));
        assertThat(call.isAnnounced()).isFalse();

        call.announce();

        assertThat(call.isAnnounced()).isTrue();
        assertThat(call.isTooLate()).isFalse();
        assertThatThrownBy(call::announce).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void aCallWhoseAnnouncementFailsIsNotAnnounced() {
        var call = renewal(() -> {
            throw new IllegalStateException("database gone");
        });

        assertThatThrownBy(call::announce).hasMessage("database gone");

        assertThat(call.isAnnounced()).isFalse();
    }

    @Test
    void aCallThatWasAnnouncedLongAgoIsTooLate() {
        var call = renewal(() -> Duration.ofNanos(-1));

        call.announce();

        assertThat(call.isTooLate()).isTrue();
    }

    @Test
    void aQuestionIsAnnouncedToNobody() {
        var question = PartnerCall.question("acme", Requests.newList(Map.of()), KEYS);

        assertThat(question.isAnnounced()).isTrue();
        assertThatThrownBy(question::announce).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void aCallIsInDoubtUntilSomebodyHasJudgedIt() {
        assertThat(renewal(() -> Duration.ZERO).judgement().outcomeKnown()).isFalse();
    }

    @Test
    void itShowsNothingSecretAndForgetsItsCredentialWithTheJudgement() {
        var call = renewal(() -> Duration.ZERO);
        call.take(KEYS);
        call.sign(new SignedRequest("POST", "/canary", Map.of("Authorization", "canary")));
        call.seal(new SealedAnswer("canary".getBytes(StandardCharsets.UTF_8), "canary", "canary"));

        assertThat(call.toString())
                .contains("acme", "renew-resources", "SignedRequest[POST", "SealedAnswer[")
                .doesNotContain("canary");
        call.judge(Judgement.withoutAnswer(Verdict.FAILED, "C", Words.same("t")), null);
        assertThat(call.credential()).isEmpty();
        assertThat(call.takeSigned()).isEmpty();
    }

    private static PartnerCall renewal(Announcement announcement) {
        return PartnerCall.of("acme", Requests.renew(Envelope.NEW, "c1"), announcement);
    }
}
