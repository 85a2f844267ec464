package io.hcpnbridge.chart;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.util.Base64;
import java.util.Map;
import org.apache.sshd.common.config.keys.PublicKeyEntry;

/** What stands in the Secret of an SFTP login, new with every start. */
final class SshKeys {
    private static final KeyPair KEYS = make();

    private SshKeys() {}

    /** Contents by the setting that reads the file. */
    static Map<String, String> bySetting() {
        return Map.of("erp.sftp.known-hosts-file", knownHosts(), "erp.sftp.private-key-file", privateKey());
    }

    private static String knownHosts() {
        return "* " + PublicKeyEntry.toString(KEYS.getPublic()) + "\n";
    }

    private static String privateKey() {
        var label = "PRIVATE KEY-----\n";
        var lines = Base64.getMimeEncoder(64, new byte[] {'\n'})
                .encodeToString(KEYS.getPrivate().getEncoded());
        return "-----BEGIN " + label + lines + "\n-----END " + label;
    }

    private static KeyPair make() {
        try {
            var generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
