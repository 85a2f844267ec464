package io.hcpnbridge.operate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hcpnbridge.config.InvalidConfigurationException;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LoginTest {
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
    @ValueSource(
            strings = {
                "/",
                "/actuator",
                "/actuator/health",
                "/actuator/info",
                "/actuator/metrics",
                "/actuator/prometheus",
                "/actuator/hawtio/",
                "/actuator/hawtio/index.html",
                "/actuator/hawtio/hawtconfig.json",
                "/actuator/hawtio/user",
                "/actuator/hawtio/proxy/enabled",
                "/actuator/hawtio/jolokia",
                "/actuator/jolokia",
                "/actuator/jolokia/read/java.lang:type=Memory",
                "/actuator/env",
                "/actuator/heapdump",
                "/error",
                "/no-such-page"
            })
    void withoutLoginEveryPageIsTheLoginPage(String path) throws Exception {
        var answer = new OperatorClient(console).get(path);
        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(answer.headers().firstValue("Location"))
                .hasValueSatisfying(at -> assertThat(at).endsWith("/login"));
    }

    @Test
    void aScriptWithoutLoginGetsAStatus() throws Exception {
        var anonymous = new OperatorClient(console);
        anonymous.get("/login");
        var answer = anonymous.post("/actuator/hawtio/jolokia", "{\"type\":\"version\"}", "any");
        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.body()).isEmpty();
    }

    @Test
    void theRightPasswordOpensHawtio() throws Exception {
        var operator = OperatorClient.loggedInTo(console);
        assertThat(operator.get("/actuator/hawtio/index.html").body()).contains("Hawtio");
        assertThat(operator.get("/actuator/hawtio/hawtconfig.json").body()).contains("HCPN ERP Bridge");
    }

    @Test
    void theRootLeadsToHawtio() throws Exception {
        var answer = OperatorClient.loggedInTo(console).get("/");
        assertThat(answer.headers().firstValue("Location"))
                .hasValueSatisfying(at -> assertThat(at).endsWith("/actuator/hawtio/"));
    }

    @Test
    void aWrongPasswordOrNameIsRefused() throws Exception {
        for (String name : new String[] {RunningConsole.USER, "admin"}) {
            var stranger = new OperatorClient(console);
            assertThat(stranger.login(name, "wrong").headers().firstValue("Location"))
                    .hasValueSatisfying(at -> assertThat(at).endsWith("/login?error"));
            assertThat(stranger.get("/actuator/health").statusCode()).isEqualTo(302);
        }
    }

    @Test
    void guessingIsSlowedDown() throws Exception {
        try (var other = RunningConsole.over(RunningConsole.PARCELS, "--door.trusted-proxies=127.0.0.0/8")) {
            aForgedAddressIsNotBelieved(other);
            var inside = OperatorClient.loggedInTo(other);
            var guesser = new OperatorClient(other);
            for (int i = 0; i < 8; i++) {
                guesser.login(RunningConsole.USER, "guess " + i);
            }
            assertThat(place(guesser.login(RunningConsole.USER, RunningConsole.PASSWORD)))
                    .endsWith("/login?error");
            assertThat(inside.get("/actuator/hawtio/").statusCode()).isEqualTo(200);
            assertThat(place(inside.login(RunningConsole.USER, RunningConsole.PASSWORD)))
                    .as("a browser that has logged in before")
                    .endsWith("/actuator/hawtio/");
        }
    }

    private static void aForgedAddressIsNotBelieved(RunningConsole behindProxy) throws Exception {
        for (int i = 0; i < 8; i++) {
            health(behindProxy, "guess", "1.1.1." + i + ", 203.0.113.9");
        }
        assertThat(health(behindProxy, RunningConsole.PASSWORD, "1.1.1.9, 203.0.113.9"))
                .isEqualTo(401);
        assertThat(health(behindProxy, RunningConsole.PASSWORD, "203.0.113.10")).isEqualTo(200);
    }

    private static int health(RunningConsole console, String password, String forwarded) throws Exception {
        var headers = Map.of(
                "Authorization", MachineClient.basic(RunningConsole.USER, password), "X-Forwarded-For", forwarded);
        return MachineClient.send("GET", console.at("/actuator/health"), headers)
                .statusCode();
    }

    @Test
    void guessingOtherNamesKeepsNobodyOut() throws Exception {
        var guesser = new OperatorClient(console);
        for (int i = 0; i < 8; i++) {
            guesser.login("guess " + i, "guess");
        }
        assertThat(place(new OperatorClient(console).login(RunningConsole.USER, RunningConsole.PASSWORD)))
                .endsWith("/actuator/hawtio/");
    }

    private static String place(HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElse("");
    }

    @Test
    void aPostWithoutTheTokenIsRefused() throws Exception {
        var operator = OperatorClient.loggedInTo(console);
        var answer = operator.post("/actuator/hawtio/jolokia", "{\"type\":\"version\"}", "");
        assertThat(answer.statusCode()).isEqualTo(403);
    }

    @Test
    void theSessionCookieIsKeptFromScriptsAndOtherSites() throws Exception {
        var answer = new OperatorClient(console).login(RunningConsole.USER, RunningConsole.PASSWORD);
        assertThat(answer.headers().allValues("Set-Cookie"))
                .filteredOn(cookie -> cookie.startsWith("JSESSIONID="))
                .isNotEmpty()
                .allSatisfy(cookie -> assertThat(cookie).contains("HttpOnly").contains("SameSite=Strict"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/login", "/actuator/hawtio/index.html", "/actuator/health"})
    void pagesSayWhatABrowserMayDoWithThem(String path) throws Exception {
        var headers = OperatorClient.loggedInTo(console).get(path).headers();
        assertThat(headers.allValues("Content-Security-Policy")).singleElement().satisfies(policy -> assertThat(policy)
                .containsPattern("default-src '(self|none)'")
                .contains("frame-ancestors 'none'")
                .doesNotContain("unsafe-eval"));
        assertThat(headers.firstValue("X-Content-Type-Options")).hasValue("nosniff");
        assertThat(headers.firstValue("X-Frame-Options")).hasValue("DENY");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/no-such-page", "/actuator/hawtio/proxy/127.0.0.1/22", "/actuator/metrics/no.such"})
    void anErrorTellsNothingAboutTheInside(String path) throws Exception {
        var answer = OperatorClient.loggedInTo(console).get(path);
        assertThat(answer.statusCode()).isBetween(400, 499);
        assertThat(answer.body())
                .doesNotContain("Exception")
                .doesNotContain("\tat ")
                .doesNotContain("trace");
    }

    @Test
    void aMachineReadsHealthAndMetricsWithBasicLoginAndGetsNoSession() throws Exception {
        for (String path :
                new String[] {"/actuator/health", "/actuator/metrics/jvm.memory.used", "/actuator/prometheus"}) {
            var answer = machine(path, RunningConsole.PASSWORD);
            assertThat(answer.statusCode()).as(path).isEqualTo(200);
            assertThat(answer.headers().allValues("Set-Cookie")).isEmpty();
        }
    }

    @Test
    void aMachineWithAWrongPasswordIsRefusedWithoutInvitingABrowserToAsk() throws Exception {
        var answer = machine("/actuator/health", "wrong");
        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.headers().firstValue("WWW-Authenticate")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/actuator/jolokia/version", "/actuator/hawtio/jolokia/version", "/actuator/hawtio/", "/"})
    void aMachineGetsNothingElse(String path) throws Exception {
        assertThat(machine(path, RunningConsole.PASSWORD).statusCode()).isEqualTo(403);
    }

    @Test
    void withoutAPasswordTheStartEndsWithOneLine() {
        assertThatThrownBy(() -> RunningConsole.over(RunningConsole.PARCELS, "--operator.password="))
                .rootCause()
                .isInstanceOf(InvalidConfigurationException.class)
                .hasMessageStartingWith("operator.password is missing");
    }

    @Test
    void withoutAPolicyForJolokiaTheStartEndsWithOneLine() {
        String none = "--management.endpoint.jolokia.config.policyLocation=classpath:/no-such.xml";
        assertThatThrownBy(() -> RunningConsole.over(RunningConsole.PARCELS, none))
                .rootCause()
                .isInstanceOf(InvalidConfigurationException.class)
                .hasMessageStartingWith("management.endpoint.jolokia.config.policyLocation cannot be read");
    }

    private static HttpResponse<String> machine(String path, String password) throws Exception {
        return MachineClient.get(console.at(path), RunningConsole.USER, password);
    }
}
