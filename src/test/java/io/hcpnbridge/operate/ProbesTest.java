package io.hcpnbridge.operate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Exactly two addresses answer one word to everybody; everything around them is closed. */
class ProbesTest {
    private static final String WORD = "{\"status\":\"UP\"}";

    private static RunningConsole console;

    @BeforeAll
    static void start() {
        console = RunningConsole.over(RunningConsole.PARCELS);
    }

    @AfterAll
    static void stop() {
        console.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/actuator/health/liveness", "/actuator/health/readiness"})
    void whoeverAsksGetsOneWordAndNoSession(String path) throws Exception {
        for (String agent : new String[] {"kube-probe/1.35", "Mozilla/5.0", "curl/8.5.0", "() { :;}; x"}) {
            var answer = MachineClient.send("GET", console.at(path), Map.of("User-Agent", agent));
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.body()).isEqualTo(WORD);
            assertThat(answer.headers().map()).doesNotContainKey("set-cookie");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/actuator/health/liveness", "/actuator/health/readiness"})
    void headIsAnsweredWithoutABody(String path) throws Exception {
        var answer = MachineClient.send("HEAD", console.at(path), Map.of());
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEmpty();
        assertThat(answer.headers().map()).doesNotContainKey("set-cookie");
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/plain", "text/html", "application/xml", "image/*", "nonsense"})
    void theWordDoesNotDependOnWhatIsAccepted(String accepted) throws Exception {
        for (var path : new String[] {"/actuator/health/liveness", "/actuator/health/readiness/"}) {
            var answer = MachineClient.send("GET", console.at(path), Map.of("Accept", accepted));
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.body()).isEqualTo(WORD);
            assertThat(answer.headers().map()).doesNotContainKey("set-cookie");
        }
    }

    @Test
    void theirOwnPortHasNothingElse() throws Exception {
        assertThat(MachineClient.get(console.atProbes("/actuator/health/liveness"))
                        .body())
                .isEqualTo(WORD);
        for (var path : new String[] {"/", "/login", "/actuator/health", "/actuator/hawtio/", "/actuator/jolokia"}) {
            assertThat(MachineClient.get(console.atProbes(path), RunningConsole.USER, RunningConsole.PASSWORD)
                            .statusCode())
                    .as(path)
                    .isEqualTo(404);
        }
    }

    @Test
    void aLoginGetsNoMoreThanAStranger() throws Exception {
        String path = "/actuator/health/readiness";
        assertThat(OperatorClient.loggedInTo(console).get(path).body()).isEqualTo(WORD);
        assertThat(MachineClient.get(console.at(path), RunningConsole.USER, RunningConsole.PASSWORD)
                        .body())
                .isEqualTo(WORD);
        assertThat(MachineClient.get(console.at(path), RunningConsole.USER, "wrong")
                        .body())
                .isEqualTo(WORD);
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "PUT", "PATCH", "DELETE", "OPTIONS", "PROPFIND"})
    void nothingButReadingIsOpen(String method) throws Exception {
        var answer = MachineClient.send(method, console.at("/actuator/health/liveness"), Map.of());
        assertThat(answer.statusCode()).isNotEqualTo(200);
        assertThat(answer.body()).doesNotContain("UP");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/actuator/health",
                "/actuator/health/",
                "/actuator/health/ping",
                "/actuator/health/livenessState",
                "/actuator/health/readinessState",
                "/actuator/health/camelReadinessState",
                "/actuator/health/startup",
                "/actuator/health/Liveness",
                "/actuator/health/liveness/livenessState",
                "/actuator/health/readiness/readinessState",
                "/actuator/health/readiness/db",
                "/actuator/health/liveness.json",
                "/actuator/health/liveness;x=1",
                "/actuator/health;x=1/liveness",
                "/actuator/health/%6Civeness",
                "/actuator/health/liveness%2F",
                "/actuator/health%2Fliveness",
                "/actuator/health/liveness%5C",
                "/actuator/health/liveness%00",
                "/actuator/health/liveness%0A",
                "/actuator/health/liveness%20",
                "/actuator/health/liveness/..",
                "/actuator/health/liveness/../",
                "/actuator/health/liveness/..;/",
                "/actuator/health/liveness/..;/..;/info",
                "/actuator/health/liveness/%2e%2e/ping",
                "/actuator/health/liveness/..%2F..%2Fmetrics",
                "/actuator/health//liveness",
                "//actuator/health/liveness",
                "/actuator/./health/liveness",
                "/login/../actuator/health/liveness",
                "/livez",
                "/readyz"
            })
    void whatLooksAlmostTheSameIsClosed(String path) throws Exception {
        var answer = MachineClient.get(console.at(path));
        assertThat(answer.statusCode()).isIn(302, 400, 401, 403);
        assertThat(answer.body()).doesNotContain("UP");
    }

    @ParameterizedTest
    @ValueSource(strings = {"X-Original-URL", "X-Rewrite-URL", "X-Forwarded-Prefix", "X-HTTP-Method-Override"})
    void aHeaderCannotBendTheAddress(String header) throws Exception {
        var bent =
                MachineClient.send("GET", console.at("/actuator/metrics"), Map.of(header, "/actuator/health/liveness"));
        assertThat(bent.statusCode()).isNotEqualTo(200);
        var inside =
                MachineClient.send("GET", console.at("/actuator/health/liveness"), Map.of(header, "/actuator/metrics"));
        assertThat(inside.body()).isEqualTo(WORD);
    }
}
