package io.hcpnbridge.erp.sftp;

import com.jcraft.jsch.Session;
import java.util.Arrays;
import java.util.Map;

/** What only old servers need: SHA-1 and CBC. Off unless it is asked for. */
final class LegacyAlgorithms {
    private static final String CIPHERS = "aes128-cbc,aes192-cbc,aes256-cbc";
    private static final String KEYS = "ssh-rsa";
    private static final Map<String, String> ALGORITHMS = Map.of(
            "kex", "diffie-hellman-group-exchange-sha1,diffie-hellman-group14-sha1",
            "server_host_key", KEYS,
            "PubkeyAcceptedAlgorithms", KEYS,
            "cipher.s2c", CIPHERS,
            "cipher.c2s", CIPHERS,
            "mac.s2c", "hmac-sha1",
            "mac.c2s", "hmac-sha1");

    private LegacyAlgorithms() {}

    /** Adds them behind the better ones. */
    static void allow(Session session) {
        ALGORITHMS.forEach((kind, names) -> session.setConfig(kind, session.getConfig(kind) + "," + names));
    }

    /** Whether one of these, separated by commas, is among them. */
    static boolean areAmong(String offered) {
        var all = String.join(",", ALGORITHMS.values());
        return Arrays.stream(offered.split(",")).anyMatch(name -> ("," + all + ",").contains("," + name + ","));
    }
}
