package io.hcpnbridge.standin;

import static org.assertj.core.api.Assertions.assertThat;

import io.hcpnbridge.standin.SignedClient.Answer;
import io.hcpnbridge.standin.call.Api;
import io.hcpnbridge.standin.fault.Fault;
import io.hcpnbridge.standin.state.Keys;
import io.hcpnbridge.standin.state.Site;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Addresses, signatures, clock, key locks, quotas. */
class StandInGatewayTest {
    private static final String LIST = "/v2/orders/customer-orders";

    private final StandInPartnerApi standIn = new StandInPartnerApi().start();
    private final Keys partnerKeys =
            standIn.state().partner(StandInPartnerApi.PARTNER).keys();

    @AfterEach
    void close() {
        standIn.close();
    }

    @Test
    void anUnknownPathIsNotFoundWhoeverAsks() throws Exception {
        Answer answer = partner().get("/v2/orders/nothing");

        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.code()).isEqualTo("APIGW.0101");
        assertThat(answer.json().path("request_id").asText()).isEqualTo(answer.header("X-Request-Id"));
    }

    @Test
    void everyAnswerCarriesDateAndRequestId() throws Exception {
        standIn.clock().set(Instant.parse("2026-03-07T08:05:01Z"));

        Answer answer = partner().at(Instant.parse("2026-03-07T08:05:01Z")).get(LIST);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Date")).startsWith("Sat, 07 Mar 2026 08:05:0");
        assertThat(answer.header("X-Request-Id")).hasSize(32);
    }

    @Test
    void repeatedEmptyAndChineseValuesPassTheSignatureCheck() throws Exception {
        Answer answer = partner().get(LIST, "Zed", "测试 主机~*/+a=b&c", "tag", "b 2", "tag", "a1", "empty", "");

        assertThat(answer.code()).isEqualTo("CBC.0100");
        assertThat(answer.text()).contains("unknown parameter Zed");
        assertThat(standIn.journal().calls(Api.NEW_LIST).get(0).target())
                .isEqualTo(LIST + "?Zed=%E6%B5%8B%E8%AF%95%20%E4%B8%BB%E6%9C%BA~%2A%2F%2Ba%3Db%26c"
                        + "&tag=b%202&tag=a1&empty=");
    }

    @Test
    void aSignedHeaderCountsAndAnUnsignedOneDoesNot() throws Exception {
        assertThat(partner()
                        .with("X-Domain-Id", StandInPartnerApi.PARTNER)
                        .get(LIST)
                        .status())
                .isEqualTo(200);
    }

    @Test
    void aDomainIdOfAnotherAccountIsRefused() throws Exception {
        assertThat(partner().with("X-Domain-Id", "another").get(LIST).status()).isEqualTo(401);
    }

    @Test
    void brokenPercentEncodingIsABadRequest() throws Exception {
        try (Socket socket = new Socket(standIn.uri().getHost(), standIn.uri().getPort())) {
            socket.getOutputStream()
                    .write(("GET " + LIST + "?a=%GG HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));

            assertThat(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                    .startsWith("HTTP/1.1 400 ")
                    .contains("APIGW.0201");
        }
    }

    @Test
    void aSignatureOfAnotherTargetIsRefused() throws Exception {
        standIn.faults().next(Api.NEW_LIST, 1, Fault.html200());
        partner().get(LIST, "limit", "10");
        var genuine = standIn.journal().calls(Api.NEW_LIST).get(0);
        String replayed = "GET " + LIST + "?limit=11 HTTP/1.1\r\nConnection: close\r\n"
                + genuine.headers().stream()
                        .filter(h -> List.of("authorization", "host", "x-sdk-date")
                                .contains(h.name().toLowerCase(Locale.ROOT)))
                        .map(h -> h.name() + ": " + h.value() + "\r\n")
                        .collect(Collectors.joining())
                + "\r\n";
        try (Socket socket = new Socket(standIn.uri().getHost(), standIn.uri().getPort())) {
            socket.getOutputStream().write(replayed.getBytes(StandardCharsets.US_ASCII));

            assertThat(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                    .startsWith("HTTP/1.1 401 ")
                    .contains("verify aksk signature fail");
        }
    }

    @Test
    void withoutSignatureNothingIsAnswered() throws Exception {
        var answer = HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(URI.create(standIn.uri() + LIST)).build(), BodyHandlers.ofString());

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.body()).contains("APIGW.0301");
    }

    @Test
    void anUnknownKeyIsRefused() throws Exception {
        Answer answer = new SignedClient(standIn.uri(), new Keys("NOBODY", "nothing", null)).get(LIST);

        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.text()).contains("Get secretKey failed");
    }

    @ParameterizedTest
    @ValueSource(longs = {-901, 901})
    void aClockMoreThanFifteenMinutesOffIsRefused(long seconds) throws Exception {
        Answer answer = partner()
                .at(Instant.now().plusSeconds(seconds + Long.signum(seconds) * 5L))
                .get(LIST);

        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.text()).contains("15 minutes");
    }

    @ParameterizedTest
    @ValueSource(longs = {-890, 890})
    void aClockLessThanFifteenMinutesOffIsAccepted(long seconds) throws Exception {
        assertThat(partner().at(Instant.now().plusSeconds(seconds)).get(LIST).status())
                .isEqualTo(200);
    }

    @Test
    void theSixthFailureInARowLocksTheKeyForAWhile() throws Exception {
        for (int i = 0; i < 6; i++) {
            assertThat(wrongly().get(LIST).text()).contains("verify aksk signature fail");
        }

        assertThat(partner().get(LIST).text()).contains("AK access failed to reach the limit, forbidden");
        assertThat(standIn.keyLock().isLocked(partnerKeys.accessKey())).isTrue();

        standIn.clock().ahead(Duration.ofMinutes(6));
        assertThat(partner().get(LIST).status()).isEqualTo(200);
    }

    @Test
    void aSuccessBetweenFailuresForgivesThem() throws Exception {
        for (int i = 0; i < 12; i++) {
            assertThat((i % 5 == 4 ? partner() : wrongly()).get(LIST).status()).isEqualTo(i % 5 == 4 ? 200 : 401);
        }
    }

    @Test
    void temporaryKeysNeedTheirToken() throws Exception {
        Keys temporary = new Keys("TEMPAK", "TempSecret", "token-1");
        standIn.customer("c1", customer -> customer.withKeys(temporary));

        assertThat(new SignedClient(standIn.uri(), temporary).get(LIST).status())
                .isEqualTo(200);
        assertThat(new SignedClient(standIn.uri(), temporary.withToken("token-2"))
                        .get(LIST)
                        .text())
                .contains("decrypt token fail");
        assertThat(new SignedClient(standIn.uri(), temporary.withToken(null))
                        .get(LIST)
                        .status())
                .isEqualTo(401);
    }

    @Test
    void aQuotaIsThrottledWithoutReachingTheBusinessSide() throws Exception {
        standIn.quotas().set(Api.NEW_LIST, 2);
        SignedClient client = partner();

        client.get(LIST);
        client.get(LIST);
        Answer third = client.get(LIST);

        assertThat(third.status()).isEqualTo(429);
        assertThat(third.code()).isEqualTo("APIGW.0308");
        assertThat(standIn.journal().outcomes()).containsEntry("200", 2).containsEntry("429 APIGW.0308", 1);
    }

    @Test
    void accountsOfTheOtherSiteAreStrangers() throws Exception {
        Keys keys = Keys.madeUpFor("abroad");
        standIn.partner("abroad", keys, Site.INTERNATIONAL);

        Answer answer = new SignedClient(standIn.uri(), keys).get(LIST);

        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.code()).isEqualTo("CBC.0156");
    }

    @Test
    void countingOnlyKeepsNoCalls() throws IOException, InterruptedException {
        standIn.journal().countOnly();

        partner().get(LIST);

        assertThat(standIn.journal().callsOf("list")).isEqualTo(1);
        assertThat(standIn.journal().calls()).isEmpty();
    }

    private SignedClient partner() {
        return new SignedClient(standIn.uri(), partnerKeys);
    }

    private SignedClient wrongly() {
        return new SignedClient(standIn.uri(), new Keys(partnerKeys.accessKey(), "wrong", null));
    }
}
