package io.hcpnbridge.partner.call;

import static org.assertj.core.api.Assertions.assertThat;

import io.hcpnbridge.partner.Envelope;
import io.hcpnbridge.partner.Judgement;
import io.hcpnbridge.partner.PartnerRequest;
import io.hcpnbridge.partner.Requests;
import io.hcpnbridge.partner.Verdict;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Calls that go wrong on the way: each is sent once, and a write that may have been placed is in doubt. */
class BrokenCallTest {
    private static final PartnerRequest LIST = Requests.newList(Map.of());
    private static final PartnerRequest RENEW = Requests.renew(Envelope.NEW, "c1");

    private static ScriptedServer server;
    private static CallBench bench;

    @BeforeAll
    static void start() {
        server = new ScriptedServer();
        bench = new CallBench("http://" + server.address());
    }

    @AfterAll
    static void stop() {
        bench.close();
        server.close();
    }

    @Test
    void aConnectionThatBreaks() {
        bench.expectBrokenCall(server, ScriptedServer.reset(), "BRIDGE.CONNECTION_LOST");
        bench.expectBrokenCall(server, ScriptedServer.raw(""), "BRIDGE.CONNECTION_LOST");
        bench.expectBrokenCall(server, ScriptedServer.raw("220 smtp ready\r\n\r\n"), "BRIDGE.CONNECTION_LOST");
        bench.expectBrokenCall(
                server,
                ScriptedServer.raw("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{\"order_ids\":["),
                "BRIDGE.CONNECTION_LOST");
        bench.expectBrokenCall(
                server,
                ScriptedServer.raw("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\n{\"ord"),
                "BRIDGE.CONNECTION_LOST");
    }

    @Test
    void anAnswerThatIsNotWhatItShouldBe() {
        bench.expectBrokenCall(
                server,
                ScriptedServer.raw("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n<html>proxy</html>"),
                "BRIDGE.MALFORMED_RESPONSE");
        bench.expectBrokenCall(
                server, ScriptedServer.raw("HTTP/1.1 200 OK\r\n\r\n{\"order_ids\":["), "BRIDGE.MALFORMED_RESPONSE");
        bench.expectBrokenCall(
                server,
                ScriptedServer.raw("HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\n\r\n\u001f\u008b\b"),
                "BRIDGE.MALFORMED_RESPONSE");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"order_ids\":[\"a\"],\"order_ids\":[\"b\"]}",
                "{\"order_ids\":[\"a\"]} {}",
                "{\"order_ids\":[1e99999]}",
                "[\"CS1\"]",
                "null",
                "\"CS1\"",
                " ",
                ""
            })
    void anAnswerThatIsNotOneExactJsonObject(String body) {
        server.script(ScriptedServer.reply(200, body));

        Judgement judgement = bench.judgement(RENEW);

        assertThat(judgement.verdict()).isEqualTo(Verdict.IN_DOUBT);
        assertThat(judgement.code()).isIn("BRIDGE.MALFORMED_RESPONSE", "BRIDGE.NO_PAYLOAD");
    }

    @Test
    void anAnswerThatIsNestedTooDeep() {
        server.script(ScriptedServer.reply(200, "{\"order_ids\":" + "[".repeat(990) + "]".repeat(990) + "}"));
        assertThat(bench.judgement(RENEW).verdict()).isEqualTo(Verdict.SUCCESS);

        server.script(ScriptedServer.reply(200, "{\"order_ids\":" + "[".repeat(1_005)));
        assertThat(bench.judgement(RENEW).code()).isEqualTo("BRIDGE.MALFORMED_RESPONSE");
    }

    @Test
    void anAnswerThatIsTooLarge() {
        String large = "{\"order_ids\":[\"" + "x".repeat(3_000) + "\"]}";
        bench.expectBrokenCall(server, ScriptedServer.reply(200, large), "BRIDGE.RESPONSE_TOO_LARGE");
        bench.expectBrokenCall(
                server, ScriptedServer.raw("HTTP/1.1 200 OK\r\n\r\n" + large), "BRIDGE.RESPONSE_TOO_LARGE");
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
    void headersWithoutEnd() {
        bench.expectBrokenCall(
                server,
                ScriptedServer.raw("HTTP/1.1 200 OK\r\nX-Long: " + "x".repeat(40_000) + "\r\n\r\n{}"),
                "BRIDGE.MALFORMED_RESPONSE");
        bench.expectBrokenCall(
                server,
                ScriptedServer.raw("HTTP/1.1 200 OK\r\n" + "X-Many: 1\r\n".repeat(300) + "\r\n{}"),
                "BRIDGE.MALFORMED_RESPONSE");
    }
}
