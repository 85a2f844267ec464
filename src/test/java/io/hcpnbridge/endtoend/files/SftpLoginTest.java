package io.hcpnbridge.endtoend.files;

import static org.assertj.core.api.Assertions.assertThat;

import io.hcpnbridge.rehearsal.Bridge;
import io.hcpnbridge.rehearsal.Surroundings;
import java.nio.file.Files;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthEndpoint;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** An SFTP server that does not let the adapter in, or speaks only what nobody should speak any more. */
@ExtendWith(OutputCaptureExtension.class)
@Tag("slow")
@Tag("logins")
class SftpLoginTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Surroundings surroundings = Surroundings.start();

    @AfterEach
    void close() {
        surroundings.close();
    }

    @Test
    void aRefusedLoginIsTriedEverMoreRarelySaidOnceAndToldByHealth(CapturedOutput output) {
        surroundings.set("erp.sftp.password", "wrong");
        try (var bridge = Bridge.start(surroundings)) {
            Awaitility.await().atMost(PATIENCE).until(() -> surroundings.sftp().refusedLogins() > 0);
            Awaitility.await().pollDelay(Duration.ofSeconds(8)).until(() -> true);

            assertThat(surroundings.sftp().refusedLogins()).isLessThan(16);
            assertThat(output.toString().lines().filter(line -> line.contains("the login erp is refused")))
                    .hasSize(1);
            assertThat(output.toString().lines()).noneMatch(line -> line.startsWith("\tat "));
            assertThat(server(bridge)).contains("the login erp is refused");
        }
    }

    @Test
    void anOldServerIsNamedWithTheWayOutInOneLine(CapturedOutput output) {
        growOld();
        try (var bridge = Bridge.start(surroundings)) {
            Awaitility.await().atMost(PATIENCE).until(() -> output.toString()
                    .lines()
                    .anyMatch(line -> line.contains("there is no common algorithm for")
                            && line.contains("diffie-hellman-group14-sha1")
                            && line.contains("erp.sftp.legacy-algorithms=true")));

            assertThat(output.toString().lines()).noneMatch(line -> line.startsWith("\tat "));
            assertThat(server(bridge)).contains("there is no common algorithm");
        }
    }

    @Test
    void anOldServerIsSpokenToWhenThatIsAllowed() {
        growOld();
        surroundings.set("erp.sftp.legacy-algorithms", "true");
        try (var bridge = Bridge.start(surroundings)) {
            var folder = surroundings.sftp().home().resolve("inbound/orders.renew");
            Awaitility.await().atMost(PATIENCE).until(() -> Files.isDirectory(folder));
            assertThat(health(bridge).getDetails()).doesNotContainKey("server");
        }
    }

    private void growOld() {
        surroundings.sftp().growOld();
        surroundings.set(
                "erp.sftp.known-hosts-file",
                surroundings
                        .sftp()
                        .writeKnownHosts(surroundings.folder().resolve("old_hosts"))
                        .toString());
    }

    private static String server(Bridge bridge) {
        return String.valueOf(health(bridge).getDetails().get("server"));
    }

    private static Health health(Bridge bridge) {
        return (Health) bridge.bean(HealthEndpoint.class).healthForPath("erpSftp");
    }
}
