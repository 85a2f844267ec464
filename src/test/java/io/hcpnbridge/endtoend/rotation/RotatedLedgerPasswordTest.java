package io.hcpnbridge.endtoend.rotation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hcpnbridge.rehearsal.Bridge;
import io.hcpnbridge.rehearsal.MountedSecret;
import io.hcpnbridge.rehearsal.RunningBridge;
import io.hcpnbridge.rehearsal.Surroundings;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** The password of the ledger's database. */
@Tag("slow")
@Tag("rotations")
@ExtendWith(OutputCaptureExtension.class)
class RotatedLedgerPasswordTest {
    private final String role = "bridge_" + UUID.randomUUID().toString().replace("-", "");
    private MountedSecret password;

    @Test
    void newConnectionsAreMadeWithTheNewPassword(CapturedOutput output) {
        try (var bridge = RunningBridge.start(this::prepare)) {
            assertThat(detail(bridge, "BEFORE")).isNotEmpty();

            bridge.surroundings().database().changePassword(role, "second-canary");
            password.update(Map.of("value", "second-canary\n"));

            assertThat(detail(bridge, "AFTER")).isNotEmpty();
            assertThat(output).contains("In use from now on, as the files have changed: ledger.password-file");
            assertThat(output).doesNotContain("first-canary").doesNotContain("second-canary");
        }
    }

    @Test
    void aPasswordThatIsSetTwiceStopsTheStart(CapturedOutput output) {
        try (var surroundings = Surroundings.start()) {
            prepare(surroundings);
            surroundings.set("spring.datasource.password", "x");

            assertThatThrownBy(() -> Bridge.start(surroundings)).isNotNull();

            assertThat(output)
                    .contains("spring.datasource.password is set together with ledger.password-file; keep one");
        }
    }

    @Test
    void aWrongPasswordStopsTheStartWithoutShowingIt(CapturedOutput output) {
        try (var surroundings = Surroundings.start()) {
            prepare(surroundings);
            password.update(Map.of("value", "wrong-canary"));

            assertThatThrownBy(() -> Bridge.start(surroundings)).isNotNull();

            assertThat(output)
                    .contains("(or ledger.password-file): the database does not let the adapter in")
                    .doesNotContain("wrong-canary");
        }
    }

    private void prepare(Surroundings surroundings) {
        surroundings.database().login(role, "first-canary");
        surroundings.set("spring.datasource.url", surroundings.database().url(role));
        surroundings.set("spring.datasource.username", role);
        password = surroundings.mount("spring.datasource.password", "ledger.password-file", "first-canary\n");
        surroundings.partner().customer("c1");
        surroundings.partner().order("c1", order -> order.id("CS1"));
    }

    private static Iterable<?> detail(RunningBridge bridge, String document) {
        return bridge.ask("orders.detail", Map.of("document", document, "orderId", "CS1"));
    }
}
