package io.hcpnbridge.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.hcpnbridge.BridgeApplication;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.boot.SpringApplication;

/** The adapter itself says that what the chart mounts is fit to start with. */
@Tag("slow")
@Tag("chart")
class RenderedConfigurationTest {
    private static final KnownSettings SETTINGS = new KnownSettings();

    static Stream<Situation> situations() {
        return Situation.all().stream();
    }

    /** The adapter's pod for each example, and the one of the check, before there are any Secrets. */
    static Stream<Arguments> pods() {
        return Stream.concat(
                Situation.examples().stream()
                        .map(example ->
                                Arguments.of(example, example.manifests().adapter())),
                Situation.examples().stream()
                        .filter(example -> example.manifests().has("ExternalSecret"))
                        .map(example -> Arguments.of(
                                example, example.manifests().one("Job").pod().orElseThrow())));
    }

    @ParameterizedTest
    @MethodSource("pods")
    void itIsFitToStartWith(Situation situation, Pod pod, @TempDir Path folder) {
        var config = MountedFiles.write(situation.manifests(), pod, folder, FormedSecrets.bySetting());
        var application = new SpringApplication(BridgeApplication.class);
        application.setRegisterShutdownHook(false);
        assertThatCode(() -> application
                        .run("--spring.config.additional-location=file:" + config + "/", "--bridge.check=true")
                        .close())
                .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @MethodSource("situations")
    void everySettingIsOneThatSomebodyReads(Situation situation) {
        assertThat(Configuration.of(situation.manifests()).properties().keySet())
                .isNotEmpty()
                .allMatch(SETTINGS::has);
    }

    @ParameterizedTest
    @MethodSource("situations")
    void theCheckSeesWhatTheAdapterWillSee(Situation situation) {
        var manifests = situation.manifests();
        var check = manifests.one("Job").pod().orElseThrow();
        assertThat(Configuration.of(manifests, check)).isEqualTo(Configuration.of(manifests));
        assertThat(check.container().path("volumeMounts"))
                .isEqualTo(manifests.adapter().container().path("volumeMounts"));
        assertThat(check.container().path("env"))
                .isEqualTo(manifests.adapter().container().path("env"));
        assertThat(check.container().path("args").toString()).isEqualTo("[\"--bridge.check=true\"]");
        assertThat(manifests.one("Job").annotations()).containsEntry(Chart.HOOK, "pre-install,pre-upgrade");
    }

    @Test
    void aSettingThatNobodyReadsIsFound() {
        assertThat(SETTINGS.has("erp.sftp.host")).isTrue();
        assertThat(SETTINGS.has("partner.tenants.acme.customers[c1].access-key-file"))
                .isTrue();
        assertThat(SETTINGS.has("spring.datasource.url")).isTrue();
        assertThat(SETTINGS.has("erp.sftp.hosts")).isFalse();
        assertThat(SETTINGS.has("spring.datasource.uri")).isFalse();
        assertThat(SETTINGS.has("partner.tenants.acme.domain")).isFalse();
    }
}
