package io.hcpnbridge.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hcpnbridge.operate.ReadinessCheck;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** An adapter with the settings that the chart renders serves what the chart's probes, scrapes and test ask for. */
@Tag("slow")
@Tag("chart")
class ManagementPortTest {
    private static final Manifests MANIFESTS = Situation.everything().manifests();
    private static DeployedBridge bridge;
    private static HttpClient http;

    @BeforeAll
    static void deploy() {
        bridge = DeployedBridge.start(MANIFESTS);
        http = HttpClient.newHttpClient();
    }

    @AfterAll
    static void stop() {
        bridge.close();
    }

    @Test
    void everyProbeIsAnsweredWithoutALogin() {
        assertThat(pathsOfProbes()).hasSize(3);
        Awaitility.await().untilAsserted(() -> assertThat(pathsOfProbes())
                .allSatisfy(path -> assertThat(get(path).statusCode()).as(path).isEqualTo(200)));
    }

    @Test
    void probesTellAStatusAndNothingElse() throws Exception {
        for (String path : pathsOfProbes()) {
            assertThat(get(path).body()).matches("\\{\"status\":\"[A-Z_]+\"\\}");
        }
    }

    @Test
    void nothingElseIsAnsweredWithoutALogin() throws Exception {
        for (String path : List.of("/actuator/prometheus", "/actuator/health", "/actuator/metrics", "/actuator/info")) {
            assertThat(get(path).statusCode()).as(path).isEqualTo(401);
        }
    }

    @Test
    void prometheusScrapesWithTheMonitorsLogin() throws Exception {
        var path = MANIFESTS.one("ServiceMonitor").at("/spec/endpoints/0/path").asText();
        var answer = get(path, bridge.monitorLogin());
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("# TYPE");
    }

    @Test
    void whatHelmTestRunsFindsTheAdapterReady() {
        var command = Pod.elements(
                        MANIFESTS.one("Pod").pod().orElseThrow().container().path("command"))
                .map(word -> word.asText())
                .toList();
        var address =
                URI.create(MANIFESTS.one("Pod").at("/spec/containers/0/args/0").asText());
        assertThat(command).contains(ReadinessCheck.class.getName());
        Awaitility.await().untilAsserted(() -> assertThatCode(
                        () -> ReadinessCheck.main(bridge.at(address.getPath()).toString()))
                .doesNotThrowAnyException());
        assertThatThrownBy(
                        () -> ReadinessCheck.main(bridge.at("/actuator/health").toString()))
                .hasMessageContaining("401");
    }

    private static List<String> pathsOfProbes() {
        var container = MANIFESTS.adapter().container();
        return Stream.of("startupProbe", "livenessProbe", "readinessProbe")
                .map(probe -> container.at("/" + probe + "/httpGet/path").asText())
                .toList();
    }

    private static HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return http.send(HttpRequest.newBuilder(bridge.at(path)).build(), BodyHandlers.ofString());
    }

    private static HttpResponse<String> get(String path, String login) throws IOException, InterruptedException {
        var basic = Base64.getEncoder().encodeToString(login.getBytes(StandardCharsets.UTF_8));
        var request = HttpRequest.newBuilder(bridge.at(path)).header("Authorization", "Basic " + basic);
        return http.send(request.build(), BodyHandlers.ofString());
    }
}
