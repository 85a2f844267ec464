package io.hcpnbridge.operate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** Addresses, bodies and who is believed, before anybody asks for a login. */
@ExtendWith(OutputCaptureExtension.class)
class DoorTest {
    private static final String JOLOKIA = "/actuator/hawtio/jolokia";
    private static final Map<String, String> JSON = Map.of("Content-Type", "application/json");

    private static RunningConsole console;
    private static OperatorClient operator;

    @BeforeAll
    static void start() throws Exception {
        console = RunningConsole.over(
                RunningConsole.PARCELS,
                "--door.body-time=1s",
                "--server.tomcat.connection-timeout=1s",
                "--server.tomcat.threads.max=40");
        operator = OperatorClient.loggedInTo(console);
    }

    @AfterAll
    static void stop() {
        console.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "//actuator/hawtio/",
                "//evil.example/",
                "/actuator//health",
                "/actuator;x=1/health",
                "/login;jsessionid=1",
                "/;/",
                "/actuator%2Fhealth",
                "/actuator%5Chealth",
                "/actuator%00",
                "/actuator/%0d%0aX:1",
                "/actuator/%2e%2e/login",
                "/./login",
                "/actuator/../login",
                "/%252e%252e/login",
                "/%",
                "/%zz",
                "/actuator%3Bx",
                "/a|b",
                "*"
            })
    void anAddressThatCanBeReadInTwoWaysGetsAShort400(String path, CapturedOutput log) throws Exception {
        var session = "Cookie: JSESSIONID=" + operator.cookie("JSESSIONID");
        for (var login : new String[] {"X: 1", session, "Authorization: " + basic()}) {
            try (var http = RawHttp.to(console.at("/"))) {
                var answer = http.send(
                                "GET " + path + " HTTP/1.1",
                                "Host: evil.example",
                                "Accept: text/html",
                                login,
                                "Connection: close",
                                "")
                        .answer();
                assertThat(answer).startsWith("HTTP/1.1 400 ").hasSizeLessThan(1_000);
                assertThat(answer).doesNotContain("evil.example", "Set-Cookie");
            }
        }
        assertThat(log.getAll()).doesNotContain("\tat ");
    }

    private static String basic() {
        return MachineClient.basic(RunningConsole.USER, RunningConsole.PASSWORD);
    }

    @Test
    void aRedirectNamesNeitherTheHostNorASession() throws Exception {
        var session = "Cookie: JSESSIONID=" + operator.cookie("JSESSIONID");
        for (var login : new String[] {"X: 1", session}) {
            for (var path : new String[] {"/", "/actuator", "/actuator/hawtio", "/actuator/jolokia", "/no-such-page"}) {
                try (var http = RawHttp.to(console.at("/"))) {
                    var answer = http.send(
                                    "GET " + path + " HTTP/1.1",
                                    "Host: evil.example",
                                    "X-Forwarded-Host: evil.example",
                                    "Accept: text/html",
                                    login,
                                    "Connection: close",
                                    "")
                            .answer();
                    assertThat(answer).as(path).doesNotContain("evil.example", "jsessionid");
                }
            }
        }
    }

    @Test
    void aBodyOfMoreThanAMegabyteIsNotRead() throws Exception {
        var body = "[" + " ".repeat(1 << 20) + "]";
        assertThat(operator.send("POST", JOLOKIA, body, JSON).statusCode()).isEqualTo(413);
        try (var http = RawHttp.to(console.at("/"))) {
            http.send(
                    "POST " + JOLOKIA + " HTTP/1.1",
                    "Host: 127.0.0.1",
                    "Cookie: JSESSIONID=" + operator.cookie("JSESSIONID"),
                    "Content-Type: application/json",
                    "Transfer-Encoding: chunked",
                    "");
            for (int i = 0; i < 17; i++) {
                http.send("10000", " ".repeat(1 << 16));
            }
            assertThat(http.answer()).startsWith("HTTP/1.1 413 ");
        }
    }

    @Test
    void aBulkIsCountedBeforeItIsEvaluated() throws Exception {
        assertThat(operator.send("POST", JOLOKIA, bulk(100), JSON).statusCode()).isEqualTo(200);
        assertThat(operator.send("POST", JOLOKIA, bulk(101), JSON).statusCode()).isEqualTo(400);
        var deep = "[".repeat(60) + "]".repeat(60);
        assertThat(operator.send("POST", JOLOKIA, deep, JSON).statusCode()).isEqualTo(400);
        assertThat(operator.send("POST", JOLOKIA, "[" + bulk(101) + "]", JSON).statusCode())
                .isEqualTo(400);
    }

    /** Hawtio asks it of each MBean, of which an adapter with all its routes has some six hundred. */
    @Test
    void whatTheOperatorMayDoIsAskedOfAllMBeansInOneBulk() throws Exception {
        assertThat(operator.send("POST", JOLOKIA, rights(600, "canInvoke(java.lang.String)"), JSON)
                        .statusCode())
                .isEqualTo(200);
        assertThat(operator.send("POST", JOLOKIA, rights(101, "canInvoke(java.util.Map)"), JSON)
                        .statusCode())
                .isEqualTo(400);
    }

    private static String rights(int requests, String operation) {
        var one = "{\"type\":\"exec\",\"mbean\":\"%s\",\"operation\":\"%s\",\"arguments\":[\"java.lang:type=Memory\"]}"
                .formatted(OperatorRightsConfiguration.MBEAN, operation);
        return "[" + String.join(",", Collections.nCopies(requests, one)) + "]";
    }

    private static String bulk(int requests) {
        return IntStream.range(0, requests)
                .mapToObj(i -> "{\"type\":\"version\"}")
                .collect(Collectors.joining(",", "[", "]"));
    }

    @Test
    void hundredsOfSlowBodiesSilenceNeitherTheProbesNorWhoIsInside() throws Exception {
        var slow = new ArrayList<RawHttp>();
        try {
            for (int i = 0; i < 300; i++) {
                slow.add(RawHttp.to(console.at("/"))
                        .send(
                                "POST "
                                        + List.of("/login", "/no-such-page", JOLOKIA)
                                                .get(i % 3) + " HTTP/1.1",
                                "Host: 127.0.0.1",
                                "Content-Type: application/x-www-form-urlencoded",
                                "Content-Length: 1000",
                                "",
                                "username"));
            }
            assertThat(MachineClient.get(console.atProbes("/actuator/health/liveness"))
                            .statusCode())
                    .isEqualTo(200);
            for (var http : slow) {
                http.write("x");
            }
            assertThat(MachineClient.get(console.atProbes("/actuator/health/readiness"))
                            .statusCode())
                    .isEqualTo(200);
            for (var http : slow) {
                assertThat(http.answer()).containsPattern("^HTTP/1.1 (408|503|302|401) ");
            }
            assertThat(operator.get("/actuator/hawtio/").statusCode()).isEqualTo(200);
        } finally {
            for (var http : slow) {
                http.close();
            }
        }
    }

    @Test
    void aBodyThatTricklesIsCutOffAtItsDeadline() throws Exception {
        try (var http = RawHttp.to(console.at("/"))) {
            http.send("POST /login HTTP/1.1", "Host: 127.0.0.1", "Content-Length: 1000", "");
            await().during(Duration.ofMillis(1_200))
                    .untilAsserted(() -> assertThat(http.write("x")).isNotNull());
            assertThat(http.answer()).startsWith("HTTP/1.1 408 ");
        }
    }
}
