package io.hcpnbridge.operate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hcpnbridge.config.InvalidConfigurationException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class MonitorPropertiesTest {
    @TempDir
    Path folder;

    @Test
    void withoutAPasswordThereIsNoMonitor() {
        assertThat(bound(Map.of()).login()).isEmpty();
        assertThat(bound(Map.of("monitor.username", "prometheus", "monitor.password", " "))
                        .login())
                .isEmpty();
    }

    @Test
    void theMonitorIsCalledMonitorUnlessNamed() {
        assertThat(login(Map.of("monitor.password", "x")).name()).isEqualTo("monitor");
        assertThat(login(Map.of("monitor.username", "prometheus", "monitor.password", "x"))
                        .name())
                .isEqualTo("prometheus");
    }

    @Test
    void thePasswordMayStandInAFile() throws IOException {
        Path file = Files.writeString(folder.resolve("password"), "look but do not touch\n");
        assertThat(login(Map.of("monitor.password-file", file.toString()))
                        .secret()
                        .read()
                        .reveal())
                .isEqualTo("look but do not touch");
    }

    @Test
    void mistakesNameTheMonitorsProperty() {
        assertThatThrownBy(() -> login(Map.of("monitor.password", "x", "monitor.password-file", "/y"))
                        .secret()
                        .read()
                        .reveal())
                .isInstanceOf(InvalidConfigurationException.class)
                .hasMessage("monitor.password is set together with monitor.password-file; keep one");
    }

    @Test
    void aNameThatHttpBasicCannotCarryIsRefused() {
        assertThatThrownBy(() -> login(Map.of("monitor.username", "a:b", "monitor.password", "x"))
                        .name())
                .hasMessage("monitor.username must be a name without a colon");
    }

    @Test
    void aNameMeansALoginHoweverItIsWritten() {
        var monitor = login(Map.of("monitor.username", "olga", "monitor.password", "x"));

        assertThat(monitor.isNamed("olga")).isTrue();
        assertThat(monitor.isNamed("OLGA")).isTrue();
        assertThat(monitor.isNamed("olg")).isFalse();
    }

    @Test
    void itsTextHasNoPassword() {
        var monitor = Map.of("monitor.password", "open sesame");
        assertThat(bound(monitor).toString()).doesNotContain("sesame");
        assertThat(login(monitor).toString()).doesNotContain("sesame");
    }

    private static LoginSettings login(Map<String, String> properties) {
        return bound(properties).login().orElseThrow();
    }

    private static MonitorProperties bound(Map<String, String> properties) {
        return new Binder(new MapConfigurationPropertySource(properties))
                .bindOrCreate("monitor", MonitorProperties.class);
    }
}
