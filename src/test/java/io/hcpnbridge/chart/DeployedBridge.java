package io.hcpnbridge.chart;

import io.hcpnbridge.BridgeApplication;
import io.hcpnbridge.rehearsal.Broker;
import io.hcpnbridge.rehearsal.SftpServer;
import io.hcpnbridge.rehearsal.Surroundings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.web.servlet.context.ServletWebServerApplicationContext;
import org.springframework.util.FileSystemUtils;

/** The adapter with what the chart mounts, in this process; only addresses are those of its surroundings. */
final class DeployedBridge implements AutoCloseable {
    private static final String EXCHANGE_KEY = "MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=";
    private static final String MONITOR_PASSWORD = "what-the-monitor-says";

    private final Surroundings surroundings;
    private final Path folder;
    private final String monitor;
    private final ServletWebServerApplicationContext context;

    private DeployedBridge(Surroundings surroundings, Path folder, Manifests manifests) {
        this.surroundings = surroundings;
        this.folder = folder;
        this.monitor = Configuration.of(manifests).properties().get("monitor.username");
        var config = MountedFiles.write(manifests, manifests.adapter(), folder, secrets(surroundings));
        var application = new SpringApplication(BridgeApplication.class);
        application.setRegisterShutdownHook(false);
        var arguments = new HashMap<>(addresses(surroundings));
        arguments.put("spring.config.additional-location", "file:" + config + "/");
        // No business: only the door is looked at.
        arguments.put("pulls.consumption.enabled", "false");
        this.context = (ServletWebServerApplicationContext) application.run(arguments.entrySet().stream()
                .map(argument -> "--" + argument.getKey() + "=" + argument.getValue())
                .toArray(String[]::new));
    }

    static DeployedBridge start(Manifests manifests) {
        try {
            return new DeployedBridge(
                    Surroundings.start().withQueues(), Files.createTempDirectory("deployed-"), manifests);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    URI at(String path) {
        return URI.create("http://127.0.0.1:" + context.getWebServer().getPort() + path);
    }

    /** Name and password with a colon between them. */
    String monitorLogin() {
        return monitor + ":" + MONITOR_PASSWORD;
    }

    @Override
    public void close() {
        context.close();
        surroundings.close();
        try {
            FileSystemUtils.deleteRecursively(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, String> secrets(Surroundings surroundings) {
        var sftp = surroundings.sftp();
        var knownHosts = sftp.writeKnownHosts(surroundings.folder().resolve("known_hosts"));
        var contents = new HashMap<>(FormedSecrets.ofSignOn());
        contents.put("erp.sftp.password-file", sftp.password());
        contents.put("erp.sftp.known-hosts-file", Chart.text(knownHosts));
        contents.put("erp.queue.password-file", surroundings.broker().password());
        contents.put("ledger.password-file", "postgres");
        contents.put("exchange.key-file", EXCHANGE_KEY);
        contents.put("monitor.password-file", MONITOR_PASSWORD);
        return contents;
    }

    private static Map<String, String> addresses(Surroundings surroundings) {
        return Map.ofEntries(
                Map.entry("server.port", "0"),
                Map.entry("door.probes-port", "0"),
                Map.entry("server.address", "127.0.0.1"),
                Map.entry("sign-on.port", "0"),
                Map.entry("sign-on.address", "127.0.0.1"),
                Map.entry("erp.sftp.host", "127.0.0.1"),
                Map.entry("erp.sftp.port", String.valueOf(surroundings.sftp().port())),
                Map.entry("erp.sftp.username", SftpServer.USERNAME),
                Map.entry("spring.artemis.broker-url", surroundings.broker().url()),
                Map.entry("spring.artemis.user", Broker.USERNAME),
                Map.entry("spring.datasource.url", surroundings.database().url()),
                Map.entry("spring.datasource.username", "postgres"),
                Map.entry("partner.endpoint", surroundings.partner().uri().toString()));
    }
}
