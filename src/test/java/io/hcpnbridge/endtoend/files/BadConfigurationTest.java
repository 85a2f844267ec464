package io.hcpnbridge.endtoend.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hcpnbridge.rehearsal.Bridge;
import io.hcpnbridge.rehearsal.Surroundings;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.function.Supplier;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** What is set wrongly stops the start with one line that names the property; what only time can mend is reported. */
@ExtendWith(OutputCaptureExtension.class)
class BadConfigurationTest {
    private final Surroundings surroundings = Surroundings.start();

    @AfterEach
    void close() {
        surroundings.close();
    }

    @Test
    void wrongSettingsStopTheStartWithOneLineEach(CapturedOutput output) {
        surroundings.set("erp.sftp.known-hosts-file", "nowhere/known_hosts");
        surroundings.set("erp.sftp.password-file", "README.md");
        surroundings.set("partner.site", "mars");

        endsWith(
                output,
                "erp.sftp.known-hosts-file cannot be read: nowhere/known_hosts (NoSuchFileException)",
                "erp.sftp.password is set together with erp.sftp.password-file; keep one",
                "partner.site is 'mars': set one of china, international");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    spring.datasource.url | jdbc:postgresql://127.0.0.1:1/ledger | spring.datasource.url: the database cannot be reached
                    bridge.mappings | file:nowhere/ | no interface.yaml below file:nowhere/, set bridge.mappings
                    """)
    void whatIsNotThereStopsTheStartWithOneLine(String property, String value, String line, CapturedOutput output) {
        surroundings.set(property, value);

        endsWith(output, line);
    }

    private void endsWith(CapturedOutput output, String... lines) {
        assertThatThrownBy(() -> Bridge.start(surroundings)).isNotNull();

        assertThat(output.toString()).contains("APPLICATION FAILED TO START");
        for (var line : lines) {
            assertThat(output.toString().lines()).anyMatch(printed -> printed.contains(line));
        }
        assertThat(output.toString()).doesNotContain("\tat io.hcpnbridge");
    }

    @Test
    void aWrongPasswordIsReportedAndTheAdapterRunsOn(CapturedOutput output) {
        surroundings.set("erp.sftp.password", "not-the-password");

        runsAndReports(() -> reported(output, "Auth fail"));

        assertThat(output.toString()).doesNotContain("not-the-password");
    }

    @Test
    void anotherHostKeyIsReportedAndTheAdapterRunsOn(CapturedOutput output) throws IOException {
        var known = Surroundings.start();
        try {
            var line =
                    Files.readString(known.sftp().writeKnownHosts(known.folder().resolve("other")));
            var file = surroundings.folder().resolve("other_hosts");
            Files.writeString(
                    file,
                    line.replace(
                            ":" + known.sftp().port(), ":" + surroundings.sftp().port()));
            surroundings.set("erp.sftp.known-hosts-file", file.toString());

            runsAndReports(() -> reported(output, "HostKey"));
        } finally {
            known.close();
        }
    }

    private static boolean reported(CapturedOutput output, String reason) {
        return output.toString()
                .lines()
                .anyMatch(line -> line.contains("The ERP's SFTP server: ") && line.contains(reason));
    }

    private void runsAndReports(Supplier<Boolean> reported) {
        try (var bridge = Bridge.start(surroundings)) {
            Awaitility.await().atMost(Duration.ofSeconds(20)).until(reported::get);
            assertThat(bridge.console()).isNotNull();
        }
    }
}
