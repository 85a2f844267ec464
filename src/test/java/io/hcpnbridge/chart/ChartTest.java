package io.hcpnbridge.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** For every situation the chart is accepted by Helm and gives manifests that Kubernetes takes. */
class ChartTest {
    /** What is judged here; the gate compares it with what another version of Helm makes of it. */
    private static final Path JUDGED = Path.of("target", "chart");

    private static final Pattern OBJECT_NAME = Pattern.compile("[a-z0-9]([-a-z0-9.]{0,61}[a-z0-9])?");
    private static final Pattern LABEL_KEY =
            Pattern.compile("([a-z0-9.-]{1,253}/)?[A-Za-z0-9]([A-Za-z0-9_.-]{0,61}[A-Za-z0-9])?");
    private static final Pattern LABEL_VALUE = Pattern.compile("([A-Za-z0-9]([A-Za-z0-9_.-]{0,61}[A-Za-z0-9])?)?");

    static Stream<Situation> situations() {
        return Situation.all().stream();
    }

    @ParameterizedTest
    @MethodSource("situations")
    void helmFindsNothingToSayAgainstIt(Situation situation) {
        assertThat(Chart.lint(situation.values())).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("situations")
    void everyManifestIsStrictlyValid(Situation situation) {
        assertThat(situation.manifests().all()).isNotEmpty().allSatisfy(manifest -> assertThat(problems(manifest))
                .as(manifest.toString())
                .isEmpty());
    }

    @ParameterizedTest
    @MethodSource("situations")
    void noTwoManifestsAreTheSameObject(Situation situation) {
        assertThat(situation.manifests().all())
                .extracting(manifest -> manifest.apiVersion() + " " + manifest)
                .doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @MethodSource("situations")
    void namesAndLabelsAreOnesThatKubernetesTakes(Situation situation) {
        assertThat(situation.manifests().all()).allSatisfy(manifest -> {
            assertThat(manifest.name()).matches(OBJECT_NAME);
            assertThat(manifest.labels().keySet())
                    .allMatch(key -> LABEL_KEY.matcher(key).matches());
            assertThat(manifest.labels().values())
                    .allMatch(value -> LABEL_VALUE.matcher(value).matches());
            assertThat(manifest.annotations().keySet())
                    .allMatch(key -> LABEL_KEY.matcher(key).matches());
        });
    }

    @ParameterizedTest
    @MethodSource("situations")
    void everyManifestSaysWhatItBelongsTo(Situation situation) {
        assertThat(situation.manifests().all()).allSatisfy(manifest -> assertThat(manifest.labels())
                .as(manifest.toString())
                .containsEntry("app.kubernetes.io/name", "hcpn-erp-bridge")
                .containsEntry("app.kubernetes.io/instance", Chart.RELEASE)
                .containsEntry("app.kubernetes.io/managed-by", "Helm")
                .containsKeys("app.kubernetes.io/version", "helm.sh/chart", "app.kubernetes.io/component"));
    }

    /** Whoever installs says where to; only references to objects of others may name a namespace. */
    @ParameterizedTest
    @MethodSource("situations")
    void noManifestChoosesANamespace(Situation situation) {
        assertThat(situation.manifests().all()).allSatisfy(manifest -> assertThat(
                        manifest.at("/metadata/namespace").asText(Chart.NAMESPACE))
                .as(manifest.toString())
                .isIn("", Chart.NAMESPACE));
    }

    @Test
    void aLongNameDoesNotMakeOneThatIsTooLong() {
        var manifests = Situation.everything()
                .with("fullnameOverride: a-name-as-long-as-the-chart-lets-anybody-choose-it-1")
                .manifests();
        assertThat(manifests.all()).allSatisfy(manifest -> assertThat(manifest.name())
                .hasSizeLessThanOrEqualTo(manifest.kind().equals("ConfigMap") ? 253 : 63));
        assertThat(manifests.all()).extracting(Manifest::toString).doesNotHaveDuplicates();
    }

    @Test
    void whoeverSetsNothingIsToldEverythingThatMustBeSet() {
        assertThatThrownBy(() -> Chart.render(List.of()))
                .hasMessageContaining("erp.sftp.host must be set")
                .hasMessageContaining("erp.sftp.username must be set")
                .hasMessageContaining("erp.sftp.secret.name must be set")
                .hasMessageContaining("database: set external.host")
                .hasMessageContaining("partner.tenants must name")
                .hasMessageContaining("operator.secret.name must be set");
    }

    @ParameterizedTest
    @MethodSource("situations")
    void whatIsJudgedIsKeptForTheGate(Situation situation) throws IOException {
        Files.writeString(
                Files.createDirectories(JUDGED).resolve(situation.name()), Chart.template(situation.values()));
    }

    private static List<String> problems(Manifest manifest) {
        return CustomResources.knows(manifest)
                ? CustomResources.problems(manifest)
                : KubernetesModel.problems(manifest);
    }
}
