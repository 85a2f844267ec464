package io.hcpnbridge.check;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** What must be set before a start says nothing about settings: all but the tenants, of whom there must be one. */
final class LeastSettings {
    private LeastSettings() {}

    /** @param folder for the file of known hosts */
    static Map<String, Object> in(Path folder) {
        var settings = new LinkedHashMap<String, Object>();
        settings.put("spring.datasource.url", "jdbc:postgresql://127.0.0.1/bridge");
        settings.put("erp.sftp.host", "127.0.0.1");
        settings.put("erp.sftp.username", "erp");
        settings.put("erp.sftp.password", "p");
        settings.put("erp.sftp.known-hosts-file", knownHosts(folder));
        settings.put("operator.password", "p");
        return settings;
    }

    private static String knownHosts(Path folder) {
        try {
            return Files.writeString(
                            folder.resolve("known_hosts"),
                            "127.0.0.1 ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIOMqqnkVzrm0SdG6UOoqKLsabgH5C9okWi0dh2l9GKJl\n")
                    .toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
