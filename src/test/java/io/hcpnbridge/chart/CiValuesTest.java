package io.hcpnbridge.chart;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The values with which tools for charts try it ({@code helm/ci/}). */
class CiValuesTest {
    @ParameterizedTest
    @ValueSource(strings = {"least", "openshift", "sidecar"})
    void theyAreRenderedToWhatKubernetesTakes(String name) {
        assertThat(Chart.lint(values(name).values())).isEmpty();
        assertThat(values(name).manifests().all()).isNotEmpty().allSatisfy(manifest -> assertThat(
                        KubernetesModel.problems(manifest))
                .as(manifest.toString())
                .isEmpty());
        assertThat(values(name).manifests().pods())
                .allSatisfy(pod -> assertThat(RestrictedProfile.violations(pod)).isEmpty());
    }

    @Test
    void onOpenShiftNoIdIsChosen() {
        assertThat(values("openshift").manifests().pods()).isNotEmpty().allSatisfy(pod -> {
            assertThat(pod.spec().path("securityContext").toString())
                    .doesNotContain("runAsUser", "runAsGroup", "fsGroup")
                    .contains("runAsNonRoot");
            assertThat(pod.containers()).allSatisfy(container -> assertThat(
                            container.path("securityContext").toString())
                    .doesNotContain("runAsUser", "runAsGroup")
                    .contains("ALL"));
        });
    }

    @Test
    void aPlatformAddsItsOwn() {
        var deployment = values("sidecar").manifests().one("Deployment");
        var spec = deployment.at("/spec/template/spec");

        assertThat(deployment.at("/spec/strategy")).hasToString("{\"type\":\"Recreate\"}");
        assertThat(names(spec.path("initContainers"))).containsExactly("wait");
        assertThat(names(spec.path("containers"))).containsExactly("adapter", "agent");
        assertThat(spec.at("/hostAliases/0/ip").asText()).isEqualTo("198.51.100.7");
        assertThat(spec.at("/containers/0/image").asText()).startsWith("registry.example.com/hcpn-erp-bridge:");
        assertThat(names(spec.path("imagePullSecrets"))).containsExactly("registry-login");
    }

    private static List<String> names(JsonNode list) {
        return Pod.elements(list).map(entry -> entry.path("name").asText()).toList();
    }

    private static Situation values(String name) {
        return new Situation(name, List.of(Chart.text(Path.of("helm/ci", name + "-values.yaml"))));
    }
}
