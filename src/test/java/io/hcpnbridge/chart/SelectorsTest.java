package io.hcpnbridge.chart;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever selects pods selects the adapter's, all of them, and no pod of a hook or a test. */
class SelectorsTest {
    /** Where each kind has its selector. */
    private static final Map<String, String> SELECTORS = Map.of(
            "Deployment", "/spec/selector/matchLabels",
            "Service", "/spec/selector",
            "PodDisruptionBudget", "/spec/selector/matchLabels");

    /** Labels that change with a version or with values; a selector with them would break an upgrade. */
    private static final List<String> CHANGING =
            List.of("helm.sh/chart", "app.kubernetes.io/version", "app.kubernetes.io/managed-by", "team", "tier");

    static Stream<Manifests> releases() {
        return Situation.all().stream().map(Situation::manifests);
    }

    @ParameterizedTest
    @MethodSource("releases")
    void selectorsMeetTheAdaptersPodsOnly(Manifests manifests) {
        assertThat(selecting(manifests)).isNotEmpty().allSatisfy(manifest -> {
            var selector = selector(manifest);
            assertThat(manifests.pods())
                    .as(manifest + " " + selector)
                    .filteredOn(pod -> pod.isSelectedBy(selector))
                    .containsExactly(manifests.adapter());
        });
    }

    @ParameterizedTest
    @MethodSource("releases")
    void selectorsDoNotChangeWithAVersion(Manifests manifests) {
        assertThat(selecting(manifests)).allSatisfy(manifest -> assertThat(Manifest.texts(selector(manifest)))
                .as(manifest.toString())
                .doesNotContainKeys(CHANGING.toArray(String[]::new))
                .containsEntry("app.kubernetes.io/instance", Chart.RELEASE));
    }

    @ParameterizedTest
    @MethodSource("releases")
    void everyPodIsUnderSomeNetworkPolicyIfThereIsOne(Manifests manifests) {
        var policies = Stream.concat(
                        manifests.all("NetworkPolicy").stream()
                                .map(policy -> policy.at("/spec/podSelector/matchLabels")),
                        manifests.all("CiliumNetworkPolicy").stream()
                                .map(policy -> policy.at("/spec/endpointSelector/matchLabels")))
                .toList();
        if (!policies.isEmpty()) {
            assertThat(manifests.pods()).allSatisfy(pod -> assertThat(policies).anyMatch(pod::isSelectedBy));
        }
    }

    @ParameterizedTest
    @MethodSource("releases")
    void theMonitorSelectsTheServiceAndTheAutoscalerTheDeployment(Manifests manifests) {
        assertThat(manifests.all("ServiceMonitor")).allSatisfy(monitor -> assertThat(manifests.all("Service"))
                .filteredOn(service -> service.labels()
                        .entrySet()
                        .containsAll(Manifest.texts(monitor.at("/spec/selector/matchLabels"))
                                .entrySet()))
                .hasSize(1));
        assertThat(manifests.all("HorizontalPodAutoscaler")).allSatisfy(autoscaler -> {
            assertThat(autoscaler.at("/spec/scaleTargetRef/kind").asText()).isEqualTo("Deployment");
            assertThat(autoscaler.at("/spec/scaleTargetRef/name").asText())
                    .isEqualTo(manifests.one("Deployment").name());
            assertThat(manifests.one("Deployment").at("/spec").has("replicas"))
                    .as("the autoscaler alone counts")
                    .isFalse();
        });
    }

    @ParameterizedTest
    @MethodSource("releases")
    void podsSpreadAmongTheirOwn(Manifests manifests) {
        var pod = manifests.adapter();
        assertThat(Pod.elements(pod.spec().path("topologySpreadConstraints")))
                .isNotEmpty()
                .allMatch(spread -> pod.isSelectedBy(spread.at("/labelSelector/matchLabels")));
    }

    private static List<Manifest> selecting(Manifests manifests) {
        return manifests.all().stream()
                .filter(manifest -> SELECTORS.containsKey(manifest.kind()))
                .toList();
    }

    private static JsonNode selector(Manifest manifest) {
        return manifest.at(SELECTORS.get(manifest.kind()));
    }
}
