package io.hcpnbridge.chart;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every pod that the chart brings, also the one of a hook or a test, is as locked up as the adapter's own. */
class PodsTest {
    private static final int USER = 10001;
    private static final int READ_BY_GROUP = 0440;

    static Stream<Pod> pods() {
        return Situation.all().stream().flatMap(situation -> situation.manifests().pods().stream());
    }

    static Stream<Pod> podsOfTheAdapter() {
        return pods().filter(
                        pod -> pod.container().path("volumeMounts").toString().contains("/etc/bridge/secrets"));
    }

    static Stream<Manifests> releases() {
        return Situation.all().stream().map(Situation::manifests);
    }

    @ParameterizedTest
    @MethodSource("pods")
    void itIsLetIntoARestrictedNamespace(Pod pod) {
        assertThat(RestrictedProfile.violations(pod)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("pods")
    void itRunsAsTheImagesUserAndCannotWriteToTheImage(Pod pod) {
        assertThat(pod.spec().at("/securityContext/runAsUser").asInt()).isEqualTo(USER);
        assertThat(pod.spec().at("/securityContext/runAsGroup").asInt()).isEqualTo(USER);
        assertThat(pod.spec().at("/securityContext/fsGroup").asInt()).isEqualTo(USER);
        assertThat(pod.containers()).allSatisfy(container -> assertThat(
                        container.at("/securityContext/readOnlyRootFilesystem").asBoolean())
                .isTrue());
    }

    @ParameterizedTest
    @MethodSource("pods")
    void itHasNoTokenAndNoLinksToServices(Pod pod) {
        assertThat(pod.spec().path("automountServiceAccountToken").asBoolean(true))
                .isFalse();
        assertThat(pod.spec().path("enableServiceLinks").asBoolean(true)).isFalse();
    }

    @ParameterizedTest
    @MethodSource("pods")
    void itsMemoryIsLimited(Pod pod) {
        assertThat(pod.containers()).allSatisfy(container -> {
            assertThat(container.at("/resources/limits/memory").asText()).isNotEmpty();
            assertThat(container.at("/resources/requests/cpu").asText()).isNotEmpty();
        });
    }

    @ParameterizedTest
    @MethodSource("pods")
    void everyMountHasItsVolumeAndEveryVolumeIsMounted(Pod pod) {
        var volumes = pod.volumes().stream().map(volume -> volume.path("name").asText());
        var mounts = pod.containers().stream()
                .flatMap(container -> Pod.elements(container.path("volumeMounts")))
                .map(mount -> mount.path("name").asText())
                .distinct();
        assertThat(mounts).containsExactlyInAnyOrderElementsOf(volumes.toList());
    }

    @ParameterizedTest
    @MethodSource("pods")
    void onlyScratchSpaceIsWritableAndItIsLimited(Pod pod) {
        assertThat(pod.volumes().stream().filter(volume -> volume.has("emptyDir")))
                .allSatisfy(volume ->
                        assertThat(volume.at("/emptyDir/sizeLimit").asText()).isNotEmpty());
        var scratch = pod.volumes().stream()
                .filter(volume -> volume.has("emptyDir"))
                .map(volume -> volume.path("name").asText())
                .toList();
        assertThat(pod.containers().stream().flatMap(container -> Pod.elements(container.path("volumeMounts"))))
                .allSatisfy(mount -> assertThat(mount.path("readOnly").asBoolean()
                                || scratch.contains(mount.path("name").asText()))
                        .as(mount.toString())
                        .isTrue());
    }

    @ParameterizedTest
    @MethodSource("podsOfTheAdapter")
    void itsSecretsAreFilesThatOnlyItsGroupMayRead(Pod pod) {
        var modes = pod.volumes().stream()
                .flatMap(volume -> Stream.of(volume.path("projected"), volume.path("secret")))
                .filter(JsonNode::isObject)
                .map(volume -> volume.path("defaultMode").asInt());
        assertThat(modes).isNotEmpty().containsOnly(READ_BY_GROUP);
    }

    @ParameterizedTest
    @MethodSource("releases")
    void allPodsRunTheSameImage(Manifests manifests) {
        List<String> images = manifests.pods().stream()
                .flatMap(pod -> pod.containers().stream())
                .map(container -> container.path("image").asText()
                        + container.path("imagePullPolicy").asText())
                .distinct()
                .toList();
        assertThat(images).hasSize(1);
        assertThat(manifests.pods())
                .extracting(pod -> pod.spec().path("imagePullSecrets").toString())
                .containsOnly(
                        manifests.adapter().spec().path("imagePullSecrets").toString());
    }
}
