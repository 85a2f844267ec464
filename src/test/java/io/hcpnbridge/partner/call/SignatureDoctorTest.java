package io.hcpnbridge.partner.call;

import static org.assertj.core.api.Assertions.assertThat;

import io.hcpnbridge.partner.PartnerCall;
import io.hcpnbridge.partner.Requests;
import io.hcpnbridge.standin.StandInPartnerApi;
import io.hcpnbridge.text.Words;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Why a signature was refused is told in plain words, by what the gateway says and by what is known here. */
class SignatureDoctorTest {
    private static final String HASH = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";
    private static final DateTimeFormatter HTTP_DATE = DateTimeFormatter.RFC_1123_DATE_TIME.withZone(ZoneOffset.UTC);

    @AutoClose
    private final StandInPartnerApi partner = new StandInPartnerApi().start();

    @Test
    void aSecretKeyThatDoesNotFit() {
        var found = found("partner.tenants.acme.secret-key=sk-canary-wrong");

        assertThat(found.en())
                .startsWith("The secret key does not fit the access key: the canonical requests are equal")
                .contains("the clock is not why")
                .doesNotContain("canary");
        assertThat(found.zh()).startsWith("密钥（SK）与访问密钥（AK）不匹配").contains("原因不在时钟");
    }

    @Test
    void anAccessKeyThatNobodyKnows() {
        var found = found("partner.tenants.acme.access-key=AKUNKNOWN");

        assertThat(found.en()).isEqualTo("The gateway does not know the access key");
    }

    @Test
    void anAccessKeyThatIsLocked() {
        for (int i = 0; i < 6; i++) {
            found("partner.tenants.acme.secret-key=sk-canary-wrong");
        }

        assertThat(found("partner.tenants.acme.secret-key=sk-canary-wrong").en())
                .startsWith("The gateway has locked the access key");
    }

    @Test
    void aMachineWhoseClockIsBehind() {
        partner.clock().ahead(Duration.ofMinutes(16).plusSeconds(30));

        assertThat(found("partner.site=china").en())
                .startsWith(
                        "The clock of this machine is 16 min behind; the date of the request was 16 min from the gateway's");
    }

    @Test
    void aMachineWhoseClockIsAhead() {
        partner.clock().ahead(Duration.ofMinutes(-40));

        assertThat(found("partner.site=china").zh()).startsWith("本机的时钟快 4").contains("允许 15 分钟");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            value = {
                "GET|/v2/orders/customer-orders/|limit=10|host:elsewhere.example|x-sdk-date:DATE||host;x-sdk-date|HASH"
                        + "~The gateway has signed another host: elsewhere.example, not HOST",
                "POST|/v2/orders/customer-orders/|limit=10|host:HOST|x-sdk-date:DATE||host;x-sdk-date|HASH"
                        + "~The gateway has signed another method: POST, not GET",
                "GET|/v2/other/|limit=10|host:HOST|x-sdk-date:DATE||host;x-sdk-date|HASH"
                        + "~The gateway has signed another path than /v2/orders/customer-orders/",
                "GET|/v2/orders/customer-orders/|limit=11&name=canary|host:HOST|x-sdk-date:DATE||host;x-sdk-date|HASH"
                        + "~The gateway has signed another query, in limit, name",
                "GET|/v2/orders/customer-orders/|limit=10|host:HOST|x-sdk-date:DATE|x-via:canary||host;x-sdk-date;x-via|HASH"
                        + "~The gateway has signed another value of the header x-via",
                "GET|/v2/orders/customer-orders/|limit=10|host:HOST|x-sdk-date:DATE||host;x-sdk-date|0000c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
                        + "~The gateway has signed another body: the hash differs",
                "GET|/v2|nothing~The gateway does not tell what it has signed; the clock is not why: 0 s from the gateway's; left are"
            })
    void whatTheGatewayHasSignedOtherwise(String canonical, String told) throws Exception {
        try (var server = new ScriptedServer();
                var bench = new CallBench("http://" + server.address())) {
            server.script(connection -> {
                var date = server.requests()
                        .get(server.requests().size() - 1)
                        .lines()
                        .filter(line -> line.startsWith("X-Sdk-Date: "))
                        .map(line -> line.substring("X-Sdk-Date: ".length()))
                        .findFirst()
                        .orElseThrow();
                var text = canonical.replace("DATE", date).replace("HASH", HASH).replace("HOST", server.address());
                ScriptedServer.reply(
                                401,
                                "{\"error_code\":\"APIGW.0301\",\"error_msg\":\"Incorrect IAM authentication information: "
                                        + "verify aksk signature fail, canonicalRequest:" + text + "\"}",
                                "Date: " + HTTP_DATE.format(Instant.now()))
                        .answer(connection);
            });

            assertThat(finding(bench).en())
                    .startsWith(told.replace("HOST", server.address()))
                    .doesNotContain("canary");
        }
    }

    @Test
    void withoutATimeAndWithoutACanonicalRequestItSaysWhatIsNotExcluded() throws Exception {
        try (var server = new ScriptedServer();
                var bench = new CallBench("http://" + server.address())) {
            server.script(ScriptedServer.reply(
                    401, "{\"error_code\":\"APIG.0301\",\"error_msg\":\"verify aksk signature fail\"}"));

            assertThat(finding(bench).en())
                    .contains("it tells no time, so that the clock is not excluded")
                    .contains("left are a secret key that does not fit");
        }
    }

    @Test
    void anAnswerAboutSomethingElseHasNoFinding() throws Exception {
        try (var server = new ScriptedServer();
                var bench = new CallBench("http://" + server.address())) {
            server.script(ScriptedServer.reply(403, "{\"error_code\":\"APIGW.0302\",\"error_msg\":\"no\"}"));

            assertThat(PartnerCall.of(bench.call(Requests.newList(Map.of()), Map.of()))
                            .trace()
                            .finding())
                    .isEmpty();
        }
    }

    private Words found(String setting) {
        var own = partner.partnerKeys();
        try (var bench = new CallBench(
                partner.uri().toString(),
                "partner.tenants.acme.domain-id=" + StandInPartnerApi.PARTNER,
                "partner.tenants.acme.access-key=" + own.accessKey(),
                "partner.tenants.acme.secret-key=" + own.secretKey(),
                setting)) {
            return finding(bench);
        }
    }

    private static Words finding(CallBench bench) {
        var call = PartnerCall.of(bench.call(Requests.newList(Map.of("limit", List.of("10"))), Map.of()));
        assertThat(call.trace().signed()).as("nothing of it stays").isEmpty();
        assertThat(call.trace().gateways()).isEmpty();
        return call.trace().finding().orElseThrow();
    }
}
