package io.hcpnbridge.chart;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** There is one port, and whatever leads to it leads to that one; the probes have another for themselves. */
class PortsTest {
    private static final String NAME = "management";
    private static final String PROBES = "probes";

    static Stream<Manifests> releases() {
        return Situation.all().stream().map(Situation::manifests);
    }

    @ParameterizedTest
    @MethodSource("releases")
    void theContainersPortsAreThoseThatTheAdapterListensOn(Manifests manifests) {
        var ports = manifests.adapter().container().path("ports");
        assertThat(ports).hasSize(2);
        assertThat(ports.at("/0/name").asText()).isEqualTo(NAME);
        assertThat(ports.at("/0/containerPort").asText()).isEqualTo(port(manifests));
        assertThat(ports.at("/1/name").asText()).isEqualTo(PROBES);
        assertThat(ports.at("/1/containerPort").asText())
                .isEqualTo(Configuration.of(manifests).properties().get("door.probes-port"));
    }

    @ParameterizedTest
    @MethodSource("releases")
    void probesGoToTheirOwn(Manifests manifests) {
        var container = manifests.adapter().container();
        assertThat(Stream.of("startupProbe", "livenessProbe", "readinessProbe")
                        .map(probe -> container.at("/" + probe + "/httpGet")))
                .allSatisfy(probe -> {
                    assertThat(probe.path("port").asText()).isEqualTo(PROBES);
                    assertThat(probe.path("scheme").asText("HTTP")).isEqualTo("HTTP");
                });
    }

    @ParameterizedTest
    @MethodSource("releases")
    void theServiceLeadsToItAndTheIngressToTheService(Manifests manifests) {
        var service = manifests.one("Service");
        assertThat(service.at("/spec/ports")).hasSize(1);
        assertThat(service.at("/spec/ports/0/targetPort").asText()).isEqualTo(NAME);
        assertThat(service.at("/spec/publishNotReadyAddresses").asBoolean()).isTrue();
        assertThat(manifests.all("Ingress").stream()
                        .flatMap(ingress -> ingress.tree().findValues("backend").stream())
                        .map(backend -> backend.path("service")))
                .allSatisfy(backend -> {
                    assertThat(backend.path("name").asText()).isEqualTo(service.name());
                    assertThat(backend.at("/port/name").asText()).isEqualTo(portNameOf(service));
                });
    }

    @ParameterizedTest
    @MethodSource("releases")
    void theIngressSpeaksTlsForEachOfItsHosts(Manifests manifests) {
        assertThat(manifests.all("Ingress")).allSatisfy(ingress -> {
            var hosts = ingress.at("/spec/rules").findValuesAsText("host");
            assertThat(hosts).isNotEmpty().doesNotContain("");
            assertThat(Pod.elements(ingress.at("/spec/tls"))
                            .flatMap(tls -> Pod.elements(tls.path("hosts")))
                            .map(JsonNode::asText))
                    .containsAll(hosts);
            assertThat(ingress.at("/spec/tls").findValuesAsText("secretName")).doesNotContain("");
        });
    }

    @ParameterizedTest
    @MethodSource("releases")
    void theMonitorScrapesItByTheServicesName(Manifests manifests) {
        assertThat(manifests.all("ServiceMonitor")).allSatisfy(monitor -> {
            assertThat(monitor.at("/spec/endpoints/0/port").asText()).isEqualTo(portNameOf(manifests.one("Service")));
            assertThat(monitor.at("/spec/endpoints/0/path").asText()).isEqualTo("/actuator/prometheus");
        });
    }

    @ParameterizedTest
    @MethodSource("releases")
    void policiesLetInToNothingElse(Manifests manifests) {
        var policies = Stream.of("NetworkPolicy", "CiliumNetworkPolicy")
                .flatMap(kind -> manifests.all(kind).stream())
                .flatMap(policy -> Pod.elements(policy.at("/spec/ingress")))
                .filter(rule -> !rule.isEmpty());
        assertThat(policies.flatMap(rule -> Stream.concat(
                                Pod.elements(rule.path("ports")), Pod.elements(rule.at("/toPorts/0/ports")))
                        .map(port -> port.path("port").asText())))
                .containsOnly(port(manifests));
    }

    @ParameterizedTest
    @MethodSource("releases")
    void theTestAsksTheServiceAtItsPort(Manifests manifests) {
        var service = manifests.one("Service");
        assertThat(manifests.all("Pod")).allSatisfy(pod -> assertThat(
                        pod.pod().orElseThrow().container().toString())
                .contains("http://%s:%s/actuator/health/readiness"
                        .formatted(
                                service.name(), service.at("/spec/ports/0/port").asText())));
    }

    private static String port(Manifests manifests) {
        return Configuration.of(manifests).properties().get("server.port");
    }

    private static String portNameOf(Manifest service) {
        return service.at("/spec/ports/0/name").asText();
    }
}
