package io.hcpnbridge.chart;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** There is one port, and whatever leads to it leads to that one; the probes have another for themselves, and so has sign-on. */
class PortsTest {
    private static final String NAME = "management";
    private static final String PROBES = "probes";
    private static final String SIGN_ON = "sign-on";

    static Stream<Manifests> releases() {
        return Situation.all().stream().map(Situation::manifests);
    }

    @ParameterizedTest
    @MethodSource("releases")
    void theContainersPortsAreThoseThatTheAdapterListensOn(Manifests manifests) {
        var ports = manifests.adapter().container().path("ports");
        assertThat(ports).hasSize(signOnPort(manifests) == null ? 2 : 3);
        assertThat(ports.at("/0/name").asText()).isEqualTo(NAME);
        assertThat(ports.at("/0/containerPort").asText()).isEqualTo(port(manifests));
        assertThat(ports.at("/1/name").asText()).isEqualTo(PROBES);
        assertThat(ports.at("/1/containerPort").asText())
                .isEqualTo(Configuration.of(manifests).properties().get("door.probes-port"));
        if (ports.has(2)) {
            assertThat(ports.at("/2/name").asText()).isEqualTo(SIGN_ON);
            assertThat(ports.at("/2/containerPort").asText()).isEqualTo(signOnPort(manifests));
        }
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
        var service = management(manifests);
        assertThat(service.at("/spec/ports")).hasSize(1);
        assertThat(service.at("/spec/publishNotReadyAddresses").asBoolean()).isTrue();
        assertThat(manifests.all("Ingress")).allSatisfy(ingress -> {
            var backend = ingress.at("/spec/rules/0/http/paths/0/backend/service");
            var leadsTo = manifests.named("Service", backend.path("name").asText());
            assertThat(leadsTo.name()).isEqualTo(ingress.name());
            assertThat(backend.at("/port/name").asText()).isEqualTo(portNameOf(leadsTo));
        });
    }

    @ParameterizedTest
    @MethodSource("releases")
    void signOnHasAServiceAndAHostOfItsOwnWhereItIsOpenAndNoneElse(Manifests manifests) {
        var address = Configuration.of(manifests).properties().get("sign-on.public-address");
        var services = servicesTo(manifests, SIGN_ON);
        assertThat(services).hasSize(address == null ? 0 : 1).allSatisfy(service -> {
            assertThat(service.at("/spec/ports")).hasSize(1);
            assertThat(service.at("/spec/publishNotReadyAddresses").asBoolean()).isFalse();
        });
        var hosts = manifests.all("Ingress").stream()
                .collect(Collectors.groupingBy(
                        ingress -> ingress.at("/spec/rules/0/host").asText()));
        assertThat(hosts).allSatisfy((host, ingresses) -> assertThat(ingresses).hasSize(1));
        assertThat(manifests.all("Ingress"))
                .filteredOn(ingress ->
                        services.stream().anyMatch(service -> service.name().equals(ingress.name())))
                .allSatisfy(
                        ingress -> assertThat(ingress.at("/spec/rules/0/host").asText())
                                .isEqualTo(URI.create(address).getHost()));
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
            assertThat(monitor.at("/spec/endpoints/0/port").asText()).isEqualTo(portNameOf(management(manifests)));
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
                .containsOnly(Stream.of(port(manifests), signOnPort(manifests))
                        .filter(Objects::nonNull)
                        .toArray(String[]::new));
    }

    @ParameterizedTest
    @MethodSource("releases")
    void whoMayReachSignOnMayNotReachTheRestForThat(Manifests manifests) {
        var rules = manifests.all("NetworkPolicy").stream()
                .flatMap(policy -> Pod.elements(policy.at("/spec/ingress")))
                .toList();
        assertThat(rules)
                .filteredOn(rule -> rule.toString().contains("198.51.100.0/28"))
                .allSatisfy(
                        rule -> assertThat(rule.at("/ports/0/port").asText()).isEqualTo(signOnPort(manifests)));
        assertThat(rules)
                .filteredOn(rule -> rule.toString().contains("operators"))
                .allSatisfy(
                        rule -> assertThat(rule.at("/ports/0/port").asText()).isEqualTo(port(manifests)));
    }

    @ParameterizedTest
    @MethodSource("releases")
    void theTestAsksTheServiceAtItsPort(Manifests manifests) {
        var service = management(manifests);
        assertThat(manifests.all("Pod")).allSatisfy(pod -> assertThat(
                        pod.pod().orElseThrow().container().toString())
                .contains("http://%s:%s/actuator/health/readiness"
                        .formatted(
                                service.name(), service.at("/spec/ports/0/port").asText())));
    }

    private static String port(Manifests manifests) {
        return Configuration.of(manifests).properties().get("server.port");
    }

    private static String signOnPort(Manifests manifests) {
        return Configuration.of(manifests).properties().get("sign-on.port");
    }

    private static Manifest management(Manifests manifests) {
        var services = servicesTo(manifests, NAME);
        assertThat(services).hasSize(1);
        return services.get(0);
    }

    private static List<Manifest> servicesTo(Manifests manifests, String port) {
        return manifests.all("Service").stream()
                .filter(service ->
                        service.at("/spec/ports/0/targetPort").asText().equals(port))
                .toList();
    }

    private static String portNameOf(Manifest service) {
        return service.at("/spec/ports/0/name").asText();
    }
}
