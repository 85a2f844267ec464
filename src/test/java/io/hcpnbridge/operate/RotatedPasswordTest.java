package io.hcpnbridge.operate;

import static org.assertj.core.api.Assertions.assertThat;

import io.hcpnbridge.rehearsal.MountedSecret;
import io.hcpnbridge.secret.SecretWatch;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The operator's password in a mounted secret changes. */
@Tag("slow")
@Tag("rotations")
class RotatedPasswordTest {
    @TempDir
    private Path folder;

    @Test
    void onlyTheNewPasswordLetsInAndSessionsOfTheOldOneEnd() throws Exception {
        var mounted = MountedSecret.in(folder, Map.of("password", "open sesame\n"));
        try (var console = RunningConsole.over(
                RunningConsole.PARCELS,
                "--operator.password=",
                "--operator.password-file=" + mounted.file("password"))) {
            var before = new OperatorClient(console);
            assertThat(leadsToHawtio(before, "open sesame")).isTrue();
            assertThat(before.get("/actuator/hawtio/").statusCode()).isEqualTo(200);

            mounted.update(Map.of("password", "close sesame\n"));
            console.bean(SecretWatch.class).look();

            assertThat(before.get("/actuator/hawtio/").statusCode()).isEqualTo(302);
            assertThat(leadsToHawtio(new OperatorClient(console), "open sesame"))
                    .isFalse();
            assertThat(leadsToHawtio(new OperatorClient(console), "close sesame"))
                    .isTrue();
        }
    }

    @Test
    void aPasswordThatBcryptWouldCutChangesNothing() throws Exception {
        var mounted = MountedSecret.in(folder, Map.of("password", "open sesame"));
        try (var console = RunningConsole.over(
                RunningConsole.PARCELS,
                "--operator.password=",
                "--operator.password-file=" + mounted.file("password"))) {
            mounted.update(Map.of("password", "x".repeat(73)));
            console.bean(SecretWatch.class).look();

            assertThat(leadsToHawtio(new OperatorClient(console), "open sesame"))
                    .isTrue();
        }
    }

    private static boolean leadsToHawtio(OperatorClient client, String password) throws Exception {
        return client.login(RunningConsole.USER, password)
                .headers()
                .firstValue("Location")
                .orElse("")
                .contains("/actuator/hawtio/");
    }
}
