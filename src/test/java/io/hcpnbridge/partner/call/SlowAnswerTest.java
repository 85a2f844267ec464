package io.hcpnbridge.partner.call;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Answers that take longer than the time limit, whichever way they do it. */
class SlowAnswerTest {
    private static ScriptedServer server;
    private static CallBench bench;

    @BeforeAll
    static void start() {
        server = new ScriptedServer();
        bench = new CallBench(
                "http://" + server.address(), "partner.connect-timeout=500ms", "partner.response-timeout=1s");
    }

    @AfterAll
    static void stop() {
        bench.close();
        server.close();
    }

    @Test
    void noAnswerInTime() {
        bench.expectBrokenCall(server, ScriptedServer.silence(), "BRIDGE.TIMEOUT");
    }

    @Test
    void anAnswerThatTricklesForEver() {
        bench.expectBrokenCall(server, ScriptedServer.trickle("HTTP/1.1 200 OK\r\nX-Slow: "), "BRIDGE.TIMEOUT");
        bench.expectBrokenCall(
                server, ScriptedServer.trickle("HTTP/1.1 200 OK\r\nContent-Length: 2000\r\n\r\n"), "BRIDGE.TIMEOUT");
    }
}
