package io.hcpnbridge.operate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hcpnbridge.config.InvalidConfigurationException;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** A machine that watches may read, with HTTP basic, and nothing else. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MonitorLoginTest {
    private static final String MONITOR = "prometheus";
    private static final String PASSWORD = "look but do not touch";

    private final RunningConsole console = start();

    @AfterAll
    void stop() {
        console.close();
    }

    @Test
    void itReadsHealthInfoAndMetricsAndGetsNoSession() throws Exception {
        for (String path : new String[] {
            "/actuator/health",
            "/actuator/health/ping",
            "/actuator/info",
            "/actuator/metrics",
            "/actuator/metrics/jvm.memory.used",
            "/actuator/prometheus"
        }) {
            var answer = MachineClient.get(console.at(path), MONITOR, PASSWORD);
            assertThat(answer.statusCode()).as(path).isEqualTo(200);
            assertThat(answer.headers().map()).doesNotContainKey("set-cookie");
        }
    }

    @Test
    void itGetsNothingElse() throws Exception {
        for (String path : new String[] {
            "/",
            "/login",
            "/actuator",
            "/actuator/env",
            "/actuator/heapdump",
            "/actuator/hawtio/",
            "/actuator/hawtio/jolokia",
            "/actuator/jolokia",
            "/actuator/jolokia/version"
        }) {
            assertThat(MachineClient.get(console.at(path), MONITOR, PASSWORD).statusCode())
                    .as(path)
                    .isEqualTo(403);
        }
        var login = Map.of("Authorization", MachineClient.basic(MONITOR, PASSWORD));
        assertThat(MachineClient.send("POST", console.at("/actuator/health"), login)
                        .statusCode())
                .isIn(401, 403);
    }

    @Test
    void theLoginFormDoesNotKnowIt() throws Exception {
        var browser = new OperatorClient(console);
        assertThat(browser.login(MONITOR, PASSWORD).headers().firstValue("Location"))
                .hasValueSatisfying(at -> assertThat(at).endsWith("/login?error"));
        assertThat(browser.get("/actuator/metrics").statusCode()).isEqualTo(302);
    }

    @Test
    void eachNameHasItsOwnPassword() throws Exception {
        assertThat(health(MONITOR, RunningConsole.PASSWORD)).isEqualTo(401);
        assertThat(health(RunningConsole.USER, PASSWORD)).isEqualTo(401);
        assertThat(health(RunningConsole.USER, RunningConsole.PASSWORD)).isEqualTo(200);
        assertThat(health(MONITOR.toUpperCase(Locale.ROOT), PASSWORD)).isEqualTo(200);
    }

    @Test
    void guessingItIsSlowedDownAndKeepsNobodyElseOut() throws Exception {
        try (var guessed = start()) {
            for (int i = 0; i < 7; i++) {
                assertThat(health(guessed, MONITOR, "guess " + i)).isEqualTo(401);
            }
            assertThat(health(guessed, MONITOR, PASSWORD)).isEqualTo(401);
            assertThat(health(guessed, RunningConsole.USER, RunningConsole.PASSWORD))
                    .isEqualTo(200);
        }
    }

    @Test
    void knowingItDoesNotHelpToGuessTheOperators() throws Exception {
        try (var guessed = start()) {
            // The longer a guess takes on this machine, the longer is the wait that the last one leads to.
            for (int i = 0; i < 15; i++) {
                assertThat(health(guessed, RunningConsole.USER, "guess " + i)).isEqualTo(401);
                assertThat(health(guessed, MONITOR, PASSWORD)).isEqualTo(200);
            }
            assertThat(health(guessed, RunningConsole.USER, "last guess")).isEqualTo(401);
            assertThat(health(guessed, RunningConsole.USER, RunningConsole.PASSWORD))
                    .isEqualTo(401);
        }
    }

    @Test
    void withTheOperatorsNameTheStartEndsWithOneLine() {
        assertThatThrownBy(() ->
                        RunningConsole.over(RunningConsole.PARCELS, "--monitor.username=OLGA", "--monitor.password=x"))
                .rootCause()
                .isInstanceOf(InvalidConfigurationException.class)
                .hasMessage("monitor.username is the operator's name, too; give one of them another");
    }

    @Test
    void withoutAPasswordThereIsNoSuchLogin() throws Exception {
        try (var alone = RunningConsole.over(RunningConsole.PARCELS, "--monitor.username=" + MONITOR)) {
            assertThat(health(alone, MONITOR, "")).isEqualTo(401);
        }
    }

    private static RunningConsole start() {
        return RunningConsole.over(
                RunningConsole.PARCELS, "--monitor.username=" + MONITOR, "--monitor.password=" + PASSWORD);
    }

    private int health(String user, String password) throws Exception {
        return health(console, user, password);
    }

    private static int health(RunningConsole console, String user, String password) throws Exception {
        return MachineClient.get(console.at("/actuator/health"), user, password).statusCode();
    }
}
