package io.hcpnbridge.partner.call;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.huaweicloud.sdk.core.auth.AKSKSigner;
import com.huaweicloud.sdk.core.auth.GlobalCredentials;
import com.huaweicloud.sdk.core.http.HttpMethod;
import com.huaweicloud.sdk.core.http.HttpRequest;
import io.hcpnbridge.partner.CallProperties;
import io.hcpnbridge.partner.Envelope;
import io.hcpnbridge.partner.PartnerRequest;
import io.hcpnbridge.partner.Requests;
import io.hcpnbridge.partner.judgement.Judgement;
import io.hcpnbridge.partner.judgement.Verdict;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.camel.Exchange;
import org.apache.camel.impl.debugger.BacklogTracer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** The route that ships, against a server that keeps every byte. */
@ExtendWith(OutputCaptureExtension.class)
class CallPartnerRouteTest {
    private static final PartnerRequest LIST = Requests.newList(Map.of());
    private static final PartnerRequest RENEW = Requests.renew(Envelope.NEW, "c1");

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
        String request = server.requests().get(0);
        assertThat(request.lines().findFirst())
                .contains(
                        "GET /v2/orders/customer-orders?empty=&name=%E6%B5%8B%E8%AF%95%20%E4%B8%BB%E6%9C%BA~%2A%2F%2Ba%3Db%26c"
                                + "&percent=%2541%7B%7Bx%7D%7D%5B1%5D&tag=A3&tag=a1&tag=b%202&tag=~ HTTP/1.1");
        assertThat(headers(request).get("Authorization"))
                .isEqualTo(officialSignature(request, "ak-canary-partner", "sk-canary-partner"));
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
        assertThat(headers(server.requests().get(0)).keySet())
                .containsExactlyInAnyOrder(
                        "Host",
                        "X-Sdk-Date",
                        "X-Domain-Id",
                        "Authorization",
                        "Content-Type",
                        "User-Agent",
                        "Connection");
        assertThat(server.requests().get(0)).startsWith("GET /v2/orders/customer-orders HTTP/1.1\r\n");
        assertThat(headers(server.requests().get(0))).containsEntry("Host", server.address());
    }

    @Test
    void aWriteCarriesItsBodyAndTheCustomersToken() {
        server.script(ScriptedServer.reply(200, "{\"order_ids\":[\"CS1\"]}", "X-Request-Id: r-1"));

        Exchange exchange = bench.call(RENEW, Map.of());

        assertThat(exchange.getProperty(CallProperties.VERDICT)).isEqualTo("success");
        assertThat(exchange.getProperty(CallProperties.JUDGEMENT, Judgement.class)
                        .requestId())
                .isEqualTo("r-1");
        assertThat(exchange.getMessage()
                        .getBody(JsonNode.class)
                        .at("/order_ids/0")
                        .asText())
                .isEqualTo("CS1");
        String request = server.requests().get(0);
        assertThat(request)
                .startsWith("POST /v2/orders/subscriptions/resources/renew HTTP/1.1\r\n")
                .endsWith("\r\n\r\n{\"resource_ids\":[\"r1\"],\"period_num\":1}");
        assertThat(headers(request))
                .containsEntry("X-Security-Token", "token-canary==")
                .containsEntry("X-Domain-Id", "c1")
                .containsEntry("X-Language", "zh_CN")
                .containsEntry("Content-Type", "application/json;charset=UTF-8")
                .containsEntry("Content-Length", "38");
        assertThat(headers(request).get("Authorization"))
                .isEqualTo(officialSignature(request, "ak-canary-customer", "sk-canary-customer"));
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 302, 307, 401, 408, 429, 500, 502, 503, 504})
    void theHttpClientRepeatsAndFollowsNothing(int status) {
        server.script(ScriptedServer.reply(
                status,
                "{}",
                "Retry-After: 0",
                "Location: http://" + server.address() + "/elsewhere",
                "Set-Cookie: a=b"));

        bench.judgement(LIST);
        bench.judgement(RENEW);

        assertThat(server.requests()).hasSize(2).noneMatch(request -> request.contains("Cookie"));
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

    @Test
    void noAnswerInTime() {
        expectBrokenCall(ScriptedServer.silence(), "BRIDGE.TIMEOUT");
    }

    @Test
    void anAnswerThatTricklesForEver() {
        expectBrokenCall(ScriptedServer.trickle("HTTP/1.1 200 OK\r\nX-Slow: "), "BRIDGE.TIMEOUT");
        expectBrokenCall(ScriptedServer.trickle("HTTP/1.1 200 OK\r\nContent-Length: 2000\r\n\r\n"), "BRIDGE.TIMEOUT");
    }

    @Test
    void aConnectionThatBreaks() {
        expectBrokenCall(ScriptedServer.reset(), "BRIDGE.CONNECTION_LOST");
        expectBrokenCall(ScriptedServer.raw(""), "BRIDGE.CONNECTION_LOST");
        expectBrokenCall(ScriptedServer.raw("220 smtp ready\r\n\r\n"), "BRIDGE.CONNECTION_LOST");
        expectBrokenCall(
                ScriptedServer.raw("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{\"order_ids\":["),
                "BRIDGE.CONNECTION_LOST");
        expectBrokenCall(
                ScriptedServer.raw("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\n{\"ord"),
                "BRIDGE.CONNECTION_LOST");
    }

    @Test
    void anAnswerThatIsNotWhatItShouldBe() {
        expectBrokenCall(
                ScriptedServer.raw("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n<html>proxy</html>"),
                "BRIDGE.MALFORMED_RESPONSE");
        expectBrokenCall(ScriptedServer.raw("HTTP/1.1 200 OK\r\n\r\n{\"order_ids\":["), "BRIDGE.MALFORMED_RESPONSE");
        expectBrokenCall(
                ScriptedServer.raw("HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\n\r\n\u001f\u008b\b"),
                "BRIDGE.MALFORMED_RESPONSE");
    }

    @Test
    void anAnswerThatIsTooLarge() {
        String large = "{\"order_ids\":[\"" + "x".repeat(3_000) + "\"]}";
        expectBrokenCall(ScriptedServer.reply(200, large), "BRIDGE.RESPONSE_TOO_LARGE");
        expectBrokenCall(ScriptedServer.raw("HTTP/1.1 200 OK\r\n\r\n" + large), "BRIDGE.RESPONSE_TOO_LARGE");
    }

    @Test
    void aPooledConnectionThatTheServerHasClosedCostsNoWrite() {
        server.script(connection -> {
            ScriptedServer.reply(200, "{\"order_ids\":[]}").answer(connection);
            connection.close();
        });

        for (int i = 0; i < 20; i++) {
            assertThat(bench.judgement(RENEW).verdict()).isEqualTo(Verdict.SUCCESS);
        }
    }

    @Test
    void aCallWithoutKeysIsJudgedAndNotSent() {
        server.script(ScriptedServer.reply(200, "{}"));
        int attempts = bench.ledger().attempts();

        Judgement judgement = bench.judgement(Requests.renew(Envelope.NEW, "c2"));

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
            assertThat(exchange.getProperty(CallProperties.JUDGEMENT)).isNull();
            assertThat(server.requests()).isEmpty();
        } finally {
            bench.ledger().failWith(null);
        }
    }

    @Test
    void aLaneKeepsItsQuota() {
        server.script(ScriptedServer.reply(200, "{\"order_infos\":[]}"));
        PartnerRequest slow = new PartnerRequest(
                "slow-api",
                "GET",
                LIST.path(),
                Map.of(),
                Map.of(),
                new byte[0],
                LIST.envelope(),
                null,
                LIST.effect(),
                LIST.caller(),
                null);
        long start = System.nanoTime();

        for (int i = 0; i < 5; i++) {
            bench.judgement(slow);
        }

        assertThat(System.nanoTime() - start).isGreaterThan(1_900_000_000L);
        assertThat(server.requests()).hasSize(5);
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
        assertThat(exchange.getProperty(CallProperties.CREDENTIAL)).isNull();
        assertThat(exchange.getProperty(CallProperties.SIGNED_REQUEST)).isNull();
    }

    /** A read may simply be repeated; a write is in doubt; each was sent once. */
    private static void expectBrokenCall(ScriptedServer.Script script, String code) {
        server.script(script);
        Judgement read = bench.judgement(LIST);
        Judgement write = bench.judgement(RENEW);

        assertThat(read.verdict()).isEqualTo(Verdict.FAILED);
        assertThat(read.code()).isEqualTo(code);
        assertThat(read.outcomeKnown()).isTrue();
        assertThat(write.code()).isEqualTo(code);
        assertThat(write.outcomeKnown()).isFalse();
        assertThat(write.text()).isNotBlank();
        assertThat(server.requests()).hasSize(2);
    }

    private static Map<String, String> headers(String request) {
        Map<String, String> headers = new TreeMap<>();
        request.substring(0, request.indexOf("\r\n\r\n")).lines().skip(1).forEach(line -> {
            int colon = line.indexOf(": ");
            assertThat(headers.put(line.substring(0, colon), line.substring(colon + 2)))
                    .isNull();
        });
        return headers;
    }

    /** What the official client would sign for the request that arrived. */
    private static String officialSignature(String request, String accessKey, String secretKey) {
        String[] line = request.lines().findFirst().orElseThrow().split(" ");
        String[] target = line[1].split("\\?", 2);
        Map<String, String> arrived = headers(request);
        HttpRequest.HttpRequestBuilder official = HttpRequest.newBuilder()
                .withMethod(HttpMethod.valueOf(line[0]))
                .withEndpoint("http://" + arrived.get("Host"))
                .withPath(target[0]);
        arrived.forEach((name, value) -> {
            if (name.startsWith("X-")) {
                official.addHeader(name, value);
            }
        });
        Map<String, List<String>> query = new LinkedHashMap<>();
        if (target.length == 2) {
            Arrays.stream(target[1].split("&")).map(pair -> pair.split("=", 2)).forEach(pair -> query.computeIfAbsent(
                            pair[0], name -> new ArrayList<>())
                    .add(URLDecoder.decode(pair[1], StandardCharsets.UTF_8)));
        }
        query.forEach(official::addQueryParam);
        String body = request.substring(request.indexOf("\r\n\r\n") + 4);
        if (!body.isEmpty()) {
            official.withBodyAsString(body);
        }
        return AKSKSigner.getInstance()
                .sign(
                        official.build(),
                        new GlobalCredentials().withAk(accessKey).withSk(secretKey))
                .get("Authorization");
    }
}
