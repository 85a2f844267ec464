package io.hcpnbridge.erp;

import com.jcraft.jsch.JSch;
import com.jcraft.jsch.JSchException;
import com.jcraft.jsch.KeyPair;
import io.hcpnbridge.secret.SecretRule;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;

/** What can be used as a private key and as a list of host keys, by the library that will use it. */
final class SshRules {
    static final SecretRule PRIVATE_KEY = SshRules::inPrivateKey;
    static final SecretRule KNOWN_HOSTS = SshRules::inKnownHosts;

    private SshRules() {}

    private static String inPrivateKey(String text) {
        try {
            var pair = KeyPair.load(new JSch(), bytes(text), null);
            var encrypted = pair.isEncrypted();
            pair.dispose();
            return encrypted ? "holds a private key with a passphrase; it must have none" : null;
        } catch (JSchException | RuntimeException e) {
            return "holds no private key in the format of OpenSSH or PEM";
        }
    }

    private static String inKnownHosts(String text) {
        try {
            var ssh = new JSch();
            ssh.setKnownHosts(new ByteArrayInputStream(bytes(text)));
            return ssh.getHostKeyRepository().getHostKey().length > 0 ? null : "holds no host key";
        } catch (JSchException | RuntimeException e) {
            return "is not in the format of OpenSSH's known_hosts";
        }
    }

    /** Both formats are lines. */
    static byte[] bytes(String text) {
        return (text + "\n").getBytes(StandardCharsets.UTF_8);
    }
}
