package io.hcpnbridge.chart;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Secrets are files, mounted from Secrets: none in a ConfigMap, an argument or a plain environment variable. */
class SecretsInManifestsTest {
    private static final String FOLDER = "/etc/bridge/secrets/";
    private static final Pattern SECRET =
            Pattern.compile("(?i).*(password|passwd|secret|credential|token|private-?key|access-?key)$");

    /** All Secrets in these tests' own values are named so; it is what a real name would be in their place. */
    private static final String CANARY = "canary-";

    /** Where the name of a Secret may stand: each of them makes Kubernetes or an operator read the Secret itself. */
    private static final Pattern REFERENCE =
            Pattern.compile(".*/(volumes/\\d+/(secret/secretName|projected/sources/\\d+/secret/name)"
                    + "|basicAuth/(username|password)/name"
                    + "|env/\\d+/valueFrom/secretKeyRef/name"
                    + "|barmanObjectStore/s3Credentials/\\w+/name"
                    + "|spec/target/name|metadata/name)");

    static Stream<Manifests> releases() {
        return Situation.all().stream().map(Situation::manifests);
    }

    @ParameterizedTest
    @MethodSource("releases")
    void theChartMakesNoSecret(Manifests manifests) {
        assertThat(manifests.all("Secret")).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("releases")
    void theNameOfASecretStandsOnlyWhereItIsRead(Manifests manifests) {
        var places = new ArrayList<String>();
        manifests.all().forEach(manifest -> collect("/" + manifest, manifest.tree(), places));
        assertThat(places).allMatch(place -> REFERENCE.matcher(place).matches());
    }

    @ParameterizedTest
    @MethodSource("releases")
    void everySecretSettingIsTheNameOfAMountedFile(Manifests manifests) {
        assertThat(Configuration.of(manifests).properties())
                .allSatisfy((name, value) ->
                        assertThat(SECRET.matcher(name).matches()).as(name).isFalse());
        assertThat(Configuration.of(manifests).properties().entrySet().stream()
                        .filter(entry -> entry.getKey().endsWith("-file")))
                .hasSizeGreaterThanOrEqualTo(5)
                .allSatisfy(entry -> assertThat(MountedSecrets.of(manifests.adapter()))
                        .extracting(MountedSecrets.Key::path)
                        .contains(entry.getValue()))
                .allSatisfy(entry -> assertThat(entry.getValue()).startsWith(FOLDER));
    }

    @ParameterizedTest
    @MethodSource("releases")
    void everyMountedKeyIsOneThatASettingReads(Manifests manifests) {
        var settings = Configuration.of(manifests).properties().values();
        assertThat(MountedSecrets.of(manifests.adapter())).isNotEmpty().allSatisfy(key -> assertThat(settings)
                .anyMatch(value -> value.equals(key.path()) || value.contains("=" + key.path())));
    }

    @ParameterizedTest
    @MethodSource("releases")
    void noPlainVariableAndNoArgumentIsASecret(Manifests manifests) {
        var containers = manifests.pods().stream()
                .flatMap(pod -> pod.containers().stream())
                .toList();
        assertThat(containers.stream().flatMap(container -> Pod.elements(container.path("env"))))
                .allSatisfy(variable -> assertThat(variable.has("value")
                                && SECRET.matcher(variable.path("name").asText().replace('_', '-'))
                                        .matches())
                        .as(variable.toString())
                        .isFalse());
        assertThat(containers.stream()
                        .flatMap(container -> Stream.of(container.path("args"), container.path("command")))
                        .flatMap(Pod::elements))
                .allSatisfy(
                        argument -> assertThat(SECRET.matcher(argument.asText().split("=", 2)[0]))
                                .as(argument.toString())
                                .matches(matcher -> !matcher.matches()));
    }

    @ParameterizedTest
    @MethodSource("releases")
    void noContainerTakesAWholeSecretAsVariables(Manifests manifests) {
        assertThat(manifests.pods().stream().flatMap(pod -> pod.containers().stream()))
                .noneMatch(container -> container.has("envFrom"));
    }

    private static void collect(String path, JsonNode node, List<String> places) {
        if (node.isTextual() && node.asText().contains(CANARY)) {
            places.add(path);
        }
        node.properties().forEach(entry -> collect(path + "/" + entry.getKey(), entry.getValue(), places));
        for (int i = 0; node.isArray() && i < node.size(); i++) {
            collect(path + "/" + i, node.get(i), places);
        }
    }
}
