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

class OperatorPropertiesTest {
    @TempDir
    Path folder;

    @Test
    void theOperatorIsCalledOperatorUnlessNamed() {
        assertThat(bound(Map.of("operator.password", "x")).username()).isEqualTo("operator");
        assertThat(bound(Map.of("operator.username", "olga", "operator.password", "x"))
                        .username())
                .isEqualTo("olga");
    }

    @Test
    void thePasswordIsTakenFromTheProperty() {
        assertThat(bound(Map.of("operator.password", "open sesame"))
                        .login()
                        .secret()
                        .read()
                        .reveal())
                .isEqualTo("open sesame");
    }

    @Test
    void thePasswordMayStandInAFile() throws IOException {
        Path file = Files.writeString(folder.resolve("password"), "open sesame\n");
        assertThat(bound(Map.of("operator.password-file", file.toString()))
                        .login()
                        .secret()
                        .read()
                        .reveal())
                .isEqualTo("open sesame");
    }

    @Test
    void noPasswordIsRefusedWithWhatToSet() {
        assertThatThrownBy(() -> bound(Map.of("operator.username", "olga"))
                        .login()
                        .secret()
                        .read()
                        .reveal())
                .isInstanceOf(InvalidConfigurationException.class)
                .hasMessage("operator.password is missing; set it, or operator.password-file,"
                        + " to the password for Hawtio");
    }

    @Test
    void twoPasswordsAreRefused() {
        var both = Map.of("operator.password", "x", "operator.password-file", "/y");
        assertThatThrownBy(() -> bound(both).login().secret()).hasMessageContaining("keep one");
    }

    @Test
    void anUnreadableFileIsNamed() {
        Path missing = folder.resolve("missing");
        assertThatThrownBy(() -> bound(Map.of("operator.password-file", missing.toString()))
                        .login()
                        .secret()
                        .read()
                        .reveal())
                .hasMessage("operator.password-file cannot be read: " + missing + " (NoSuchFileException)");
    }

    @Test
    void anEmptyFileIsRefused() throws IOException {
        Path file = Files.writeString(folder.resolve("password"), " \n");
        assertThatThrownBy(() -> bound(Map.of("operator.password-file", file.toString()))
                        .login()
                        .secret()
                        .read()
                        .reveal())
                .hasMessage("operator.password-file is an empty file: " + file);
    }

    @Test
    void aPasswordThatBcryptWouldCutIsRefusedWithoutShowingIt() {
        String secret = "密".repeat(25);
        assertThatThrownBy(() -> bound(Map.of("operator.password", secret))
                        .login()
                        .secret()
                        .read()
                        .reveal())
                .hasMessage("operator.password is longer than 72 bytes");
    }

    @Test
    void itsTextHasNoPassword() {
        assertThat(bound(Map.of("operator.password", "open sesame")).toString()).doesNotContain("sesame");
    }

    private static OperatorProperties bound(Map<String, String> properties) {
        return new Binder(new MapConfigurationPropertySource(properties))
                .bind("operator", OperatorProperties.class)
                .get();
    }
}
