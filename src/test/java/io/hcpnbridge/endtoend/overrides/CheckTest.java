package io.hcpnbridge.endtoend.overrides;

import static org.assertj.core.api.Assertions.assertThat;

import io.hcpnbridge.rehearsal.DeadEnd;
import io.hcpnbridge.rehearsal.EndingProcess;
import java.io.IOException;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code bridge.check} in a process of its own, with everything configured and nobody there. */
@Tag("slow")
@Tag("processes")
class CheckTest {
    private final DeadEnd database = new DeadEnd();
    private final DeadEnd sftp = new DeadEnd();
    private final DeadEnd broker = new DeadEnd();
    private final DeadEnd partner = new DeadEnd();
    private final DeadEnd taken = new DeadEnd();
    private final Map<String, String> settings = new LinkedHashMap<>();

    @TempDir
    private Path folder;

    @BeforeEach
    void configure() throws IOException {
        settings.put("bridge.check", "true");
        settings.put("server.port", String.valueOf(taken.port()));
        settings.put("server.address", "127.0.0.1");
        settings.put("spring.datasource.url", "jdbc:postgresql://127.0.0.1:" + database.port() + "/bridge");
        settings.put("spring.datasource.username", "bridge");
        settings.put("ledger.password-file", secret("database"));
        settings.put("erp.sftp.host", "127.0.0.1");
        settings.put("erp.sftp.port", String.valueOf(sftp.port()));
        settings.put("erp.sftp.username", "erp");
        settings.put("erp.sftp.password-file", secret("sftp"));
        settings.put("erp.sftp.known-hosts-file", hostKey());
        settings.put("spring.artemis.broker-url", "tcp://127.0.0.1:" + broker.port());
        settings.put("erp.queue.request", "erp.request");
        settings.put("erp.queue.reply", "erp.reply");
        settings.put("erp.queue.event", "erp.event");
        settings.put("erp.queue.password-file", secret("broker"));
        settings.put("partner.endpoint", "http://127.0.0.1:" + partner.port());
        settings.put("partner.iam-endpoint", "http://127.0.0.1:" + partner.port());
        settings.put("partner.tenants.acme.domain-id", "d1");
        settings.put("partner.tenants.acme.access-key-file", secret("access-key"));
        settings.put("partner.tenants.acme.secret-key-file", secret("secret-key"));
        settings.put("pulls.quotas.enabled", "true");
        settings.put("operator.password-file", secret("operator"));
        settings.put("monitor.password-file", secret("monitor"));
    }

    @AfterEach
    void close() {
        List.of(database, sftp, broker, partner, taken).forEach(DeadEnd::close);
    }

    @Test
    void whatIsWellIsSaidInOneLineAndNobodyIsCalled() throws IOException {
        var ended = run();

        assertThat(ended.output().lines())
                .singleElement()
                .asString()
                .matches(".* All is well: settings, [1-9]\\d interfaces and [1-9]\\d routes are fit to start with");
        assertThat(ended.exitCode()).isZero();
        assertNobodyWasCalled();
    }

    @Test
    void whatIsOverriddenIsSaidToo() throws IOException {
        overrideWith(new Overrides(folder)
                .mapping("orders.list", "request.new.jslt", Overrides.shipped("mappings/orders.list/request.new.jslt"))
                .routes("housekeeping.camel.yaml", Overrides.shipped("routes/housekeeping.camel.yaml")));

        var ended = run();

        assertThat(ended.output())
                .contains("Overridden: mappings/orders.list comes from " + folder.toUri() + "mappings/orders.list; ")
                .contains("; routes/housekeeping.camel.yaml comes from file:")
                .contains(folder.resolve("routes/housekeeping.camel.yaml") + "\n")
                .contains("All is well");
        assertThat(ended.exitCode()).isZero();
    }

    @Test
    void whatIsWrongEndsItWithOne() throws IOException {
        overrideWith(Breakage.UNKNOWN_OPTION.in(new Overrides(folder)));

        var ended = run();

        assertThat(ended.output()).contains(Breakage.UNKNOWN_OPTION.said()).doesNotContain("All is well", "\tat ");
        assertThat(ended.exitCode()).isOne();
        assertNobodyWasCalled();
    }

    @Test
    void aSecretThatCannotBeReadIsNamedByItsSetting() throws IOException {
        settings.put(
                "partner.tenants.acme.secret-key-file",
                folder.resolve("nowhere").toString());

        var ended = run();

        assertThat(ended.output()).contains("partner.tenants.acme.secret-key-file");
        assertThat(ended.exitCode()).isOne();
        assertNobodyWasCalled();
    }

    @Test
    void anythingElseThanTrueOrFalseIsNoStart() throws IOException {
        settings.put("bridge.check", "yes");

        var ended = run();

        assertThat(ended.output()).contains("bridge.check must be true or false");
        assertThat(ended.exitCode()).isOne();
        assertNobodyWasCalled();
    }

    /** The sockets count: the test's own knock is the only one. */
    private void assertNobodyWasCalled() throws IOException {
        assertThat(Map.of("database", database, "sftp", sftp, "broker", broker, "partner", partner, "taken", taken))
                .allSatisfy(
                        (name, end) -> assertThat(end.connections()).as(name).isZero());
        new Socket("127.0.0.1", database.port()).close();
        Awaitility.await().until(() -> database.connections() == 1);
    }

    private void overrideWith(Overrides overrides) {
        settings.putAll(overrides.settings());
    }

    private EndingProcess run() throws IOException {
        List<String> arguments = new ArrayList<>();
        settings.forEach((name, value) -> arguments.add("--" + name + "=" + value));
        return EndingProcess.run(folder, arguments.toArray(String[]::new));
    }

    private String hostKey() throws IOException {
        var key = "127.0.0.1 ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIOMqqnkVzrm0SdG6UOoqKLsabgH5C9okWi0dh2l9GKJl\n";
        return Files.writeString(folder.resolve("known_hosts"), key).toString();
    }

    private String secret(String name) throws IOException {
        return Files.writeString(folder.resolve(name), "secret-of-" + name).toString();
    }
}
