package io.hcpnbridge.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.hcpnbridge.BridgeApplication;
import io.hcpnbridge.partner.settings.PartnerSettings;
import io.hcpnbridge.rehearsal.LedgerDatabase;
import io.hcpnbridge.rehearsal.SftpServer;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.SpringApplication;

/** The first example of the configuration page is all that a start in production needs; here with its folder, its database and its SFTP server exchanged. */
class ExampleConfigurationTest {
    private static final List<String> SECRETS =
            List.of("sftp-key", "acme-access-key", "acme-secret-key", "operator-password", "database-password");

    @Test
    void theExampleStartsTheAdapter(@TempDir Path folder) throws IOException {
        var sftp = SftpServer.start(Files.createDirectories(folder.resolve("home")), "value-of-sftp-key", 0);
        writeFiles(folder, sftp);
        var application = new SpringApplication(BridgeApplication.class);
        application.setRegisterShutdownHook(false);
        try (var context = application.run(
                "--spring.profiles.active=production",
                "--spring.config.additional-location=file:" + folder + "/",
                "--server.port=0",
                "--server.address=127.0.0.1")) {
            assertThat(context.getBean(PartnerSettings.class).tenants()).containsOnlyKeys("acme");
            assertThat(context.getBean(PartnerSettings.class).endpoint())
                    .isEqualTo(URI.create("https://bss.myhuaweicloud.com"));
            Awaitility.await().until(() -> Files.isDirectory(sftp.home().resolve("inbound/orders.renew")));
        } finally {
            sftp.close();
        }
    }

    private static void writeFiles(Path folder, SftpServer sftp) throws IOException {
        var example = Pages.page("configuration").blocks("yaml").get(0);
        Files.writeString(
                folder.resolve("application-production.yaml"),
                example.replace("/etc/bridge", folder.toString())
                        .replace(
                                "jdbc:postgresql://db.example.com:5432/bridge",
                                LedgerDatabase.create().url())
                        .replace("username: bridge\nerp:", "username: postgres\nerp:")
                        .replace("username: bridge\n    private-key-file", "username: erp\n    password-file")
                        .replace("host: sftp.example.com", "host: 127.0.0.1\n    port: " + sftp.port()));
        sftp.writeKnownHosts(folder.resolve("known_hosts"));
        for (String secret : SECRETS) {
            write(folder.resolve("secrets"), secret, "value-of-" + secret + "\n");
        }
    }

    private static void write(Path folder, String name, String content) throws IOException {
        Files.writeString(Files.createDirectories(folder).resolve(name), content);
    }
}
