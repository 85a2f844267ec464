package io.hcpnbridge.endtoend.rotation;

import static org.assertj.core.api.Assertions.assertThat;

import com.jcraft.jsch.JSch;
import com.jcraft.jsch.KeyPair;
import io.hcpnbridge.rehearsal.ErpClient;
import io.hcpnbridge.rehearsal.ErpFormat;
import io.hcpnbridge.rehearsal.MountedSecret;
import io.hcpnbridge.rehearsal.RunningBridge;
import io.hcpnbridge.rehearsal.Surroundings;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.sshd.common.config.keys.PublicKeyEntry;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** Password, private key and host key of the ERP's SFTP server: changed ones are used with the next connection. */
@Tag("slow")
@Tag("rotations")
@ExtendWith(OutputCaptureExtension.class)
class RotatedSftpLoginTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private MountedSecret password;
    private MountedSecret privateKey;
    private MountedSecret knownHosts;

    @Test
    void aNewPasswordIsUsedWithTheNextConnection(CapturedOutput output) {
        try (var bridge = RunningBridge.start(surroundings -> {
            seed(surroundings);
            password = surroundings.mount(
                    "erp.sftp.password",
                    "erp.sftp.password-file",
                    surroundings.sftp().password());
        })) {
            answered(bridge, "BEFORE");
            bridge.surroundings().sftp().changePassword("second-canary");
            bridge.surroundings().sftp().dropConnections();
            Awaitility.await().atMost(PATIENCE).until(() -> output.toString().contains("Auth fail"));

            password.update(Map.of("value", "second-canary\n"));

            answered(bridge, "AFTER");
            assertThat(output).doesNotContain("second-canary");
        }
    }

    @Test
    void aNewPrivateKeyAndHostKeyAreUsedAndBrokenOnesAreNot(CapturedOutput output) throws Exception {
        var first = KeyPair.genKeyPair(new JSch(), KeyPair.ECDSA, 256);
        var second = KeyPair.genKeyPair(new JSch(), KeyPair.ECDSA, 256);
        try (var bridge = RunningBridge.start(surroundings -> {
            seed(surroundings);
            surroundings.set("erp.sftp.password", "");
            privateKey = surroundings.mount("erp.sftp.password", "erp.sftp.private-key-file", text(first));
            knownHosts = surroundings.mount("erp.sftp.password", "erp.sftp.known-hosts-file", hosts(surroundings));
            surroundings.sftp().authorize(publicKey(first));
        })) {
            answered(bridge, "BEFORE");
            privateKey.update(Map.of("value", "-----BEGIN OPENSSH " + "PRIVATE KEY-----\ncut off"));
            knownHosts.update(Map.of("value", "# nobody is known\n"));
            Awaitility.await().atMost(PATIENCE).until(() -> output.toString()
                    .contains("known-hosts-file holds no host key"));
            bridge.surroundings().sftp().dropConnections();
            answered(bridge, "BROKEN");
            assertThat(output).contains("private-key-file holds no private key");

            bridge.surroundings().sftp().authorize(publicKey(second));
            bridge.surroundings().sftp().goAway();
            bridge.surroundings().sftp().comeBackWithAnotherKey();
            Awaitility.await().atMost(PATIENCE).until(() -> output.toString().contains("HostKey"));
            privateKey.update(Map.of("value", text(second)));
            knownHosts.update(Map.of("value", hosts(bridge.surroundings())));

            answered(bridge, "AFTER");
        }
    }

    private static void seed(Surroundings surroundings) {
        surroundings.partner().customer("c1");
        surroundings.partner().order("c1", order -> order.id("CS1"));
    }

    /** Asks with a connection of the ERP's own, as the server may have cut the one before. */
    private static void answered(RunningBridge bridge, String document) {
        var format = ErpFormat.of("orders.detail");
        var file = document + "." + format.extension();
        var batch = format.batch("B" + document, List.of(Map.of("document", document, "orderId", "CS1")), Map.of());
        try (var erp = ErpClient.connect(bridge.surroundings().sftp())) {
            erp.drop("orders.detail", file, batch);
            Awaitility.await().atMost(PATIENCE).until(() -> erp.answer("orders.detail", file), Optional::isPresent);
        }
    }

    private static String hosts(Surroundings surroundings) {
        try {
            return Files.readString(
                    surroundings.sftp().writeKnownHosts(surroundings.folder().resolve("written_hosts")));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String text(KeyPair pair) {
        var out = new ByteArrayOutputStream();
        pair.writePrivateKey(out);
        return out.toString(StandardCharsets.US_ASCII);
    }

    private static PublicKey publicKey(KeyPair pair) {
        try {
            var out = new ByteArrayOutputStream();
            pair.writePublicKey(out, "test");
            return PublicKeyEntry.parsePublicKeyEntry(out.toString(StandardCharsets.US_ASCII))
                    .resolvePublicKey(null, Map.of(), null);
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
