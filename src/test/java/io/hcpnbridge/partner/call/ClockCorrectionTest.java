package io.hcpnbridge.partner.call;

import static org.assertj.core.api.Assertions.assertThat;

import io.hcpnbridge.partner.Judgement;
import io.hcpnbridge.partner.PartnerClock;
import io.hcpnbridge.partner.PartnerRequest;
import io.hcpnbridge.partner.Requests;
import io.hcpnbridge.partner.Verdict;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A gateway that refuses dates more than 15 minutes off, and a machine whose clock is wrong. */
class ClockCorrectionTest {
    private static final DateTimeFormatter HTTP_DATE = DateTimeFormatter.RFC_1123_DATE_TIME.withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter SDK_DATE =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmssX", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final PartnerRequest LIST = Requests.newList(Map.of());

    @Test
    void oneRefusedCallIsEnoughToLearnThePartnersTime() {
        try (ScriptedServer server = new ScriptedServer();
                CallBench bench = new CallBench("http://" + server.address())) {
            server.script(connection -> gateway(server, Duration.ofMinutes(10)).answer(connection));

            Judgement refused = bench.judgement(LIST);

            assertThat(refused.verdict()).isEqualTo(Verdict.UNAUTHENTICATED);
            assertThat(refused.corrected()).isTrue();
            assertThat(bench.judgement(LIST).verdict()).isEqualTo(Verdict.SUCCESS);
            assertThat(server.requests()).hasSize(2);
        }
    }

    @Test
    void aRefusalAtTheRightTimeIsAboutTheKeys() {
        try (ScriptedServer server = new ScriptedServer();
                CallBench bench = new CallBench("http://" + server.address())) {
            server.script(ScriptedServer.reply(
                    401,
                    "{\"error_code\":\"APIGW.0301\",\"error_msg\":\"verify aksk signature fail\"}",
                    "Date: " + HTTP_DATE.format(Instant.now())));

            assertThat(bench.judgement(LIST).corrected()).isFalse();
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {-20, -6, 6, 20})
    void theClockFollowsThePartnerAndComesBack(long minutes) {
        Instant here = Instant.parse("2026-11-23T08:09:10Z");
        PartnerClock clock = new PartnerClock(Clock.fixed(here, ZoneOffset.UTC), Duration.ofMinutes(30));
        Instant there = here.plus(Duration.ofMinutes(minutes));

        assertThat(clock.learn(there)).isEqualTo(PartnerClock.Lesson.FOLLOWED);
        assertThat(clock.now()).isEqualTo(there);
        assertThat(clock.learn(there)).isEqualTo(PartnerClock.Lesson.NOTHING);
        assertThat(clock.learn(here)).isEqualTo(PartnerClock.Lesson.FOLLOWED);
        assertThat(clock.offset()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"2099-01-01T00:00:00Z", "1970-01-01T00:00:00Z"})
    void aTimeThatCannotBeIsNotFollowedAndSaidUntilACallIsAccepted(Instant told) {
        Instant here = Instant.parse("2026-11-23T08:09:10Z");
        PartnerClock clock = new PartnerClock(Clock.fixed(here, ZoneOffset.UTC), Duration.ofMinutes(15));

        assertThat(clock.learn(told)).isEqualTo(PartnerClock.Lesson.NOT_BELIEVED);
        assertThat(clock.now()).isEqualTo(here);
        assertThat(clock.unbelieved()).contains(Duration.between(here, told));
        clock.confirm();
        assertThat(clock.unbelieved()).isEmpty();
    }

    @Test
    void aRefusalDatedFarAwayIsNoReasonToSignForThatTime() {
        try (ScriptedServer server = new ScriptedServer();
                CallBench bench = new CallBench("http://" + server.address())) {
            server.script(ScriptedServer.reply(
                    401,
                    "{\"error_code\":\"APIGW.0301\",\"error_msg\":\"verify aksk signature fail\"}",
                    "Date: " + HTTP_DATE.format(Instant.parse("2099-01-01T00:00:00Z"))));

            Judgement refused = bench.judgement(LIST);

            assertThat(refused.corrected()).isFalse();
            assertThat(refused.text().en()).contains("2099").contains("partner.clock-difference-longest");
        }
    }

    private static ScriptedServer.Script gateway(ScriptedServer server, Duration ahead) {
        Instant now = Instant.now().plus(ahead);
        String last = server.requests().get(server.requests().size() - 1);
        Instant signed = last.lines()
                .filter(line -> line.startsWith("X-Sdk-Date: "))
                .map(line -> SDK_DATE.parse(line.substring("X-Sdk-Date: ".length()), Instant::from))
                .findFirst()
                .orElseThrow();
        return Duration.between(signed, now).abs().compareTo(Duration.ofMinutes(8)) <= 0
                ? ScriptedServer.reply(200, "{\"order_infos\":[]}")
                : ScriptedServer.reply(
                        401,
                        "{\"error_code\":\"APIGW.0301\",\"error_msg\":\"date\"}",
                        "Date: " + HTTP_DATE.format(now));
    }
}
