package io.hcpnbridge.partner.call;

import static org.assertj.core.api.Assertions.assertThat;

import io.hcpnbridge.json.ExactJson;
import io.hcpnbridge.partner.Envelope;
import io.hcpnbridge.partner.Judgement;
import io.hcpnbridge.partner.PartnerCall;
import io.hcpnbridge.partner.PartnerRequest;
import io.hcpnbridge.partner.Requests;
import io.hcpnbridge.partner.Verdict;
import java.net.SocketException;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.camel.Exchange;
import org.apache.camel.impl.debugger.BacklogTracer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.dao.DataAccessResourceFailureException;

/** The route that ships, against a server that keeps every byte. */
@ExtendWith(OutputCaptureExtension.class)
class CallPartnerRouteTest {
    private static final PartnerRequest LIST = Requests.newList(Map.of());
    private static final PartnerRequest RENEW = Requests.renew(Envelope.NEW, "c1");

    private static final RuntimeException LEDGER_GONE = new DataAccessResourceFailureException(
            "ledger gone", new SQLException("I/O error", new SocketException("Connection reset")));

    private static ScriptedServer server;
    private static CallBench bench;

    @BeforeAll
    static void start() {
        server = new ScriptedServer();
        bench = new CallBench(
                "http://" + server.address(),
                "partner.quotas.slow-api=2",
                "partner.send-domain-id=true",
                "camel.trace.enabled=true");
    }

    @AfterAll
    static void stop() {
        bench.close();
        server.close();
    }

    @Test
    void whatIsSignedIsWhatIsOnTheWire() {
        server.script(ScriptedServer.reply(200, "{\"order_infos\":[]}"));

        Judgement judgement = bench.judgement(Requests.newList(Map.of(
                "name", List.of("测试 主机~*/+a=b&c"),
                "tag", List.of("b 2", "a1", "A3", "~"),
                "empty", List.of(""),
                "percent", List.of("%41{{x}}[1]"))));

        assertThat(judgement.verdict()).isEqualTo(Verdict.SUCCESS);
        ArrivedRequest request = new ArrivedRequest(server.requests().get(0));
        assertThat(request.requestLine())
                .isEqualTo(
                        "GET /v2/orders/customer-orders?empty=&name=%E6%B5%8B%E8%AF%95%20%E4%B8%BB%E6%9C%BA~%2A%2F%2Ba%3Db%26c"
                                + "&percent=%2541%7B%7Bx%7D%7D%5B1%5D&tag=A3&tag=a1&tag=b%202&tag=~ HTTP/1.1");
        assertThat(request.headers().get("Authorization"))
                .isEqualTo(request.officialSignature("ak-canary-partner", "sk-canary-partner"));
    }

    @Test
    void onlyIntendedHeadersLeave() {
        server.script(ScriptedServer.reply(200, "{\"order_infos\":[]}"));

        bench.call(
                LIST,
                Map.of(
                        "CamelHttpUri", "http://127.0.0.1:1/elsewhere",
                        "CamelRestHttpUri", "http://127.0.0.1:1/elsewhere",
                        "CamelRestHttpQuery", "q=1",
                        "CamelHttpQuery", "q=2",
                        "CamelHttpMethod", "DELETE",
                        "Authorization", "Basic forged",
                        "Host", "elsewhere",
                        "Cookie", "a=b",
                        "X-Evil", "1"));

        assertThat(server.requests()).hasSize(1);
        ArrivedRequest request = new ArrivedRequest(server.requests().get(0));
        assertThat(request.headers().keySet())
                .containsExactlyInAnyOrder(
                        "Host",
                        "X-Sdk-Date",
                        "X-Domain-Id",
                        "Authorization",
                        "Content-Type",
                        "User-Agent",
                        "Connection");
        assertThat(request.requestLine()).isEqualTo("GET /v2/orders/customer-orders HTTP/1.1");
        assertThat(request.headers()).containsEntry("Host", server.address());
    }

    @Test
    void aWriteCarriesItsBodyAndTheCustomersToken() {
        server.script(ScriptedServer.reply(200, "{\"order_ids\":[\"CS1\"]}", "X-Request-Id: r-1"));

        Exchange exchange = bench.call(RENEW, Map.of());

        Judgement judgement = PartnerCall.of(exchange).judgement();
        assertThat(judgement.verdict()).as("%s", judgement).isEqualTo(Verdict.SUCCESS);
        assertThat(judgement.requestId()).isEqualTo("r-1");
        assertThat(exchange.getProperty("verdict")).isEqualTo("success");
        assertThat(PartnerCall.of(exchange).answer().at("/order_ids/0").asText())
                .isEqualTo("CS1");
        ArrivedRequest request = new ArrivedRequest(server.requests().get(0));
        assertThat(request.requestLine()).isEqualTo("POST /v2/orders/subscriptions/resources/renew HTTP/1.1");
        assertThat(request.body()).isEqualTo("{\"resource_ids\":[\"r1\"],\"period_num\":1}");
        assertThat(request.headers())
                .containsEntry("X-Security-Token", "token-canary==")
                .containsEntry("X-Domain-Id", "c1")
                .containsEntry("X-Language", "zh_CN")
                .containsEntry("Content-Type", "application/json;charset=UTF-8")
                .containsEntry("Content-Length", "38");
        assertThat(request.headers().get("Authorization"))
                .isEqualTo(request.officialSignature("ak-canary-customer", "sk-canary-customer"));
    }

    @Test
    void theAnswersDecimalsStayAsTheyCame() {
        server.script(ScriptedServer.reply(
                200, "\uFEFF{\"order_ids\":[0.10, 12345678901234567890.123456789012345678, 1E3]}"));

        PartnerCall call = PartnerCall.of(bench.call(RENEW, Map.of()));

        assertThat(ExactJson.text(call.answer()))
                .isEqualTo("{\"order_ids\":[0.10,12345678901234567890.123456789012345678,1000]}");
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 201, 204})
    void anAnswerWithoutABodyIsAnAnswer(int status) {
        server.script(ScriptedServer.reply(status, ""));

        Judgement judgement = bench.judgement(listBy("bodiless-api"));

        assertThat(judgement.verdict()).isEqualTo(Verdict.SUCCESS);
        assertThat(judgement.httpStatus()).isEqualTo(status);
    }

    @Test
    void theWaitThatThePartnerAsksForIsHandedOn() {
        server.script(
                ScriptedServer.reply(429, "{\"error_code\":\"APIGW.0308\",\"error_msg\":\"slow\"}", "Retry-After: 7"));

        Judgement judgement = bench.judgement(RENEW);

        assertThat(judgement.verdict()).isEqualTo(Verdict.THROTTLED);
        assertThat(judgement.retryAfterSeconds()).isEqualTo(7);
        assertThat(judgement.outcomeKnown()).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            -5                            | 0
            1.5                           | 2
            999999999                     | 31536000
            99999999999999999999          | 31536000
            Fri, 31 Dec 2100 23:59:59 GMT | 31536000
            Thu, 01 Jan 1970 00:00:00 GMT | 0
            soon                          |
            """)
    void whateverThePartnerAsksForIsAWaitOrNone(String header, Long seconds) {
        server.script(ScriptedServer.reply(
                429, "{\"error_code\":\"APIGW.0308\",\"error_msg\":\"slow\"}", "Retry-After: " + header));

        assertThat(bench.judgement(RENEW).retryAfterSeconds()).isEqualTo(seconds);
    }

    @Test
    void aCallWithoutKeysIsJudgedAndNotSent() {
        server.script(ScriptedServer.reply(200, "{}"));
        int attempts = bench.ledger().attempts();

        Judgement judgement = bench.judgement(Requests.renew(Envelope.NEW, "c2"));

        assertThat(judgement.verdict()).isEqualTo(Verdict.REFUSED);
        assertThat(judgement.code()).isEqualTo("BRIDGE.NO_CREDENTIAL");
        assertThat(judgement.outcomeKnown()).isTrue();
        assertThat(server.requests()).isEmpty();
        assertThat(bench.ledger().attempts()).isEqualTo(attempts);
    }

    @Test
    void withoutTheLedgersCommittedIntentNothingIsSent() {
        server.script(ScriptedServer.reply(200, "{}"));
        bench.ledger().failWith(new IllegalStateException("database gone"));
        try {
            Exchange exchange = bench.call(RENEW, Map.of());

            assertThat(exchange.getException()).hasMessage("database gone");
            assertThat(PartnerCall.of(exchange).judgement()).isEqualTo(Judgement.missing());
            assertThat(server.requests()).isEmpty();
        } finally {
            bench.ledger().failWith(null);
        }
    }

    /** Camel looks at causes as well, and the driver's is an IOException. */
    @Test
    void aBrokenConnectionToTheLedgerIsNotJudgedAsThePartners() {
        server.script(ScriptedServer.reply(200, "{}"));
        bench.ledger().failWith(LEDGER_GONE);
        try {
            Exchange exchange = bench.call(RENEW, Map.of());

            assertThat(exchange.getException()).isSameAs(LEDGER_GONE);
            assertThat(PartnerCall.of(exchange).judgement()).isEqualTo(Judgement.missing());
            assertThat(server.requests()).isEmpty();
        } finally {
            bench.ledger().failWith(null);
        }
    }

    @Test
    void aBrokenConnectionToTheLedgerWhileASlotIsTakenIsNotJudgedAsThePartners() {
        server.script(ScriptedServer.reply(200, "{}"));
        bench.slots().failWith(LEDGER_GONE);
        try {
            Exchange exchange = bench.call(RENEW, Map.of());

            assertThat(exchange.getException()).isSameAs(LEDGER_GONE);
            assertThat(PartnerCall.of(exchange).judgement()).isEqualTo(Judgement.missing());
        } finally {
            bench.slots().failWith(null);
        }
    }

    @Test
    void aLaneKeepsItsQuota() {
        server.script(ScriptedServer.reply(200, "{\"order_infos\":[]}"));
        long start = System.nanoTime();

        for (int i = 0; i < 5; i++) {
            bench.judgement(listBy("slow-api"));
        }

        assertThat(System.nanoTime() - start).isGreaterThan(1_900_000_000L);
        assertThat(server.requests()).hasSize(5);
    }

    @Test
    void whereTheLineIsTooLongNothingIsSentAndNothingHasFailed() {
        server.script(ScriptedServer.reply(200, "{\"order_infos\":[]}"));
        int attempts = bench.ledger().attempts();
        bench.slots().fill("full-api");

        Judgement judgement = bench.judgement(listBy("full-api"));

        assertThat(judgement.verdict()).isEqualTo(Verdict.THROTTLED);
        assertThat(judgement.code()).isEqualTo("BRIDGE.QUOTA_TAKEN");
        assertThat(judgement.httpStatus()).isNull();
        assertThat(judgement.retryAfterSeconds()).isEqualTo(5);
        assertThat(bench.ledger().attempts()).isEqualTo(attempts);
        assertThat(server.requests()).isEmpty();
    }

    private static PartnerRequest listBy(String api) {
        return new PartnerRequest(
                api,
                "GET",
                LIST.path(),
                Map.of(),
                Map.of(),
                new byte[0],
                LIST.envelope(),
                null,
                LIST.effect(),
                false,
                LIST.caller(),
                null,
                null,
                Set.of());
    }

    @Test
    void noKeySignatureOrTokenShowsInTracesLogsOrOnTheExchange(CapturedOutput output) throws Exception {
        BacklogTracer tracer = bench.camel().getCamelContextExtension().getContextPlugin(BacklogTracer.class);
        tracer.setIncludeExchangeProperties(true);
        tracer.clear();
        String echo = "verify aksk signature fail, canonicalRequest:POST|x-security-token:token-canary==|";
        server.script(ScriptedServer.reply(401, "{\"error_code\":\"APIGW.0301\",\"error_msg\":\"" + echo + "\"}"));

        Exchange exchange = bench.call(RENEW, Map.of());

        String traced = tracer.dumpAllTracedMessagesAsXml();
        assertThat(traced).contains("send-request").contains("SignedRequest[POST");
        assertThat(List.of(
                        traced,
                        output.getAll(),
                        exchange.getAllProperties().toString(),
                        exchange.getMessage().getHeaders().toString()))
                .allSatisfy(text -> assertThat(text).doesNotContain("canary").doesNotContain("Signature="));
        assertThat(PartnerCall.of(exchange).credential()).isEmpty();
        assertThat(PartnerCall.of(exchange).takeSigned()).isEmpty();
    }
}
