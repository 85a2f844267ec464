package io.hcpnbridge.operate;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Sessions are for those who logged in, few, and used by nobody else's pages. */
class SessionTest {
    private static final String VERSION = "{\"type\":\"version\"}";
    private static final String JOLOKIA = "/actuator/hawtio/jolokia";

    private static RunningConsole console;

    @BeforeAll
    static void start() {
        console = RunningConsole.over(RunningConsole.PARCELS, "--door.sessions=3");
    }

    @AfterAll
    static void stop() {
        console.close();
    }

    @Test
    void thousandsOfStrangersLeaveNone() {
        var before = console.sessions();
        var http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
        var paths = List.of("/", "/login", "/login?error", "/error", "/no-such-page", "/actuator/hawtio/", "/actuator");
        for (int round = 0; round < 20; round++) {
            var asked = IntStream.range(0, 100)
                    .mapToObj(i -> http.sendAsync(stranger(paths.get(i % paths.size()), i), BodyHandlers.discarding()))
                    .toArray(CompletableFuture[]::new);
            CompletableFuture.allOf(asked).join();
        }
        assertThat(console.sessions()).isEqualTo(before);
    }

    private static HttpRequest stranger(String path, int number) {
        var methods = List.of("GET", "GET", "HEAD", "OPTIONS", "DELETE", "POST", "PUT");
        return HttpRequest.newBuilder(console.at(path))
                .header("Accept", "text/html")
                .header("X-Long", "x".repeat(7_000))
                .method(methods.get(number % 5 == 0 ? number % methods.size() : 0), BodyPublishers.noBody())
                .build();
    }

    @Test
    void aFailedLoginBeginsNone() throws Exception {
        var before = console.sessions();
        var answer = new OperatorClient(console).login("nobody", "wrong");
        assertThat(answer.headers().allValues("Set-Cookie")).isEmpty();
        assertThat(console.sessions()).isEqualTo(before);
    }

    @Test
    void forOneTooManyTheOneThatWasSilentLongestEnds() throws Exception {
        var operators = new ArrayList<OperatorClient>();
        for (int i = 0; i < 4; i++) {
            operators.add(OperatorClient.loggedInTo(console));
        }
        assertThat(operators)
                .extracting(operator -> operator.get("/actuator/hawtio/").statusCode())
                .containsExactly(302, 200, 200, 200);
        assertThat(console.sessions()).isEqualTo(3);
    }

    @Test
    void theTokenOfOneSessionIsWorthNothingInAnother() throws Exception {
        var operator = OperatorClient.loggedInTo(console);
        var other = OperatorClient.loggedInTo(console);
        assertThat(operator.post(JOLOKIA, VERSION, other.cookie("XSRF-TOKEN")).statusCode())
                .isEqualTo(403);
        assertThat(operator.post(JOLOKIA, VERSION, operator.cookie("XSRF-TOKEN"))
                        .statusCode())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/plain", "application/x-www-form-urlencoded", "multipart/form-data; boundary=x", ""})
    void jolokiaReadsNothingThatAFormCouldSend(String type) throws Exception {
        var operator = OperatorClient.loggedInTo(console);
        var answer = post(operator, JOLOKIA, VERSION, Map.of("Content-Type", type));
        assertThat(answer.statusCode()).isEqualTo(415);
    }

    @Test
    void aPlantedTokenInTheAddressIsNone() throws Exception {
        var operator = OperatorClient.loggedInTo(console);
        var token = operator.cookie("XSRF-TOKEN");
        assertThat(operator.post(JOLOKIA + "?_csrf=" + token, VERSION, "").statusCode())
                .isEqualTo(403);
    }

    @ParameterizedTest
    @CsvSource({
        "Origin, https://evil.example",
        "Origin, null",
        "Origin, http://127.0.0.1.evil.example",
        "Origin, http://127.0.0.1",
        "Sec-Fetch-Site, cross-site",
        "Sec-Fetch-Site, same-site"
    })
    void nobodyElsesPageUsesIt(String header, String value) throws Exception {
        var operator = OperatorClient.loggedInTo(console);
        for (var path : new String[] {JOLOKIA, "/actuator/jolokia", "/actuator/hawtio/auth/logout", "/login"}) {
            var answer = post(operator, path, VERSION, Map.of("Content-Type", "application/json", header, value));
            assertThat(answer.statusCode()).as(path).isEqualTo(403);
            assertThat(answer.headers().map()).doesNotContainKey("access-control-allow-origin");
        }
        assertThat(operator.get("/actuator/hawtio/").statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({"/actuator/hawtio/auth/logout, 403", "/actuator/jolokia, 403", "/actuator/hawtio/index.html, 200"})
    void aLinkOnAnotherSiteLeadsToPagesOnly(String path, int status) throws Exception {
        var link = Map.of("Sec-Fetch-Site", "cross-site", "Sec-Fetch-Mode", "navigate", "Sec-Fetch-Dest", "document");
        assertThat(OperatorClient.loggedInTo(console)
                        .send("GET", path, "", link)
                        .statusCode())
                .isEqualTo(status);
    }

    @Test
    void itsOwnPagesOriginIsWelcomeAndNotGivenBack() throws Exception {
        var own = Map.of("Content-Type", "application/json", "Origin", origin(), "Sec-Fetch-Site", "same-origin");
        var answer = post(OperatorClient.loggedInTo(console), JOLOKIA, VERSION, own);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().map()).doesNotContainKey("access-control-allow-credentials");
    }

    private static String origin() {
        URI server = console.at("/");
        return server.getScheme() + "://" + server.getAuthority();
    }

    private static HttpResponse<String> post(
            OperatorClient operator, String path, String body, Map<String, String> headers) throws Exception {
        return operator.send("POST", path, body, headers);
    }
}
