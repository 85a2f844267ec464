package io.hcpnbridge.rehearsal;

import io.hcpnbridge.standin.StandInPartnerApi;
import io.hcpnbridge.standin.signon.Certified;
import io.hcpnbridge.standin.signon.PartnerLogin;
import io.hcpnbridge.standin.state.Keys;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Collections;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;

/** Everything outside the adapter, on loopback: the ERP's SFTP server, the ledger's database and the partner API. */
public final class Surroundings implements AutoCloseable {
    /** The configured tenant. */
    public static final String TENANT = "acme";

    /** Its platform id, and so the name of the agencies that its customers make. */
    public static final String PLATFORM = "ACME_ERP";

    public static final String OPERATOR = "operator";

    private final Path folder;
    private final Ports ports;
    private final SftpServer sftp;
    private final LedgerDatabase database = LedgerDatabase.create();
    private final StandInPartnerApi partner = new StandInPartnerApi();
    private final String operatorPassword = secret();
    private final Map<String, String> properties = new LinkedHashMap<>();
    private Broker broker;

    private Surroundings(Path folder, Ports ports) throws IOException {
        this.folder = folder;
        this.ports = ports;
        this.sftp = SftpServer.start(Files.createDirectories(folder.resolve("sftp")), secret(), ports.sftp());
        partner.start(ports.partner());
        configure();
    }

    public static Surroundings start() {
        return start(Ports.ANY);
    }

    static Surroundings start(Ports ports) {
        try {
            return new Surroundings(Files.createTempDirectory("bridge-surroundings-"), ports);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A customer of the stand-in whose keys the adapter knows. */
    public Surroundings knowCustomer(String id) {
        partner.customer(id);
        return knowCustomer(TENANT, id);
    }

    /** A customer of the stand-in whose keys the adapter does not know, but which has authorised the partner. */
    public Surroundings authorisingCustomer(String id) {
        partner.customer(id);
        partner.iam().authorise(id, PLATFORM);
        return this;
    }

    /** Starts a broker and gives the adapter its queues. */
    public Surroundings withQueues() {
        broker = Broker.start(folder.resolve("broker"), sftp.password(), ports.broker());
        set("spring.artemis.broker-url", broker.url());
        set("spring.artemis.user", Broker.USERNAME);
        set("spring.artemis.password", broker.password());
        set("erp.queue.request", ErpQueue.REQUEST);
        set("erp.queue.reply", ErpQueue.REPLY);
        set("erp.queue.reply-queues", "erp.desk.*," + Broker.FORBIDDEN + "*," + Broker.FULL + "*");
        set("erp.queue.reply-pause", "300ms");
        return set("erp.queue.watch-interval", "500");
    }

    /**
     * Lets the ERP's customers sign on to the partner's login: the adapter gets a key, the partner's metadata, a port and the page {@code console}.
     *
     * @return the adapter's key
     */
    public Certified withSignOn(PartnerLogin login, int port) {
        var key = Certified.of("sso.erp.example");
        set("sign-on.public-address", "http://127.0.0.1:" + port);
        set("sign-on.port", String.valueOf(port));
        set("sign-on.address", "127.0.0.1");
        set("sign-on.key-file", written("sign-on.key", key.keyPem()));
        set("sign-on.certificate-file", written("sign-on.crt", key.certificatePem()));
        set(
                "sign-on.partner-metadata-file",
                written("partner-metadata.xml", login.cloud().metadata()));
        set("sign-on.login-address", login.loginAddress());
        set("sign-on.targets.console", login.address() + "/console/iam/");
        return key;
    }

    private String written(String name, String content) {
        try {
            return Files.writeString(folder.resolve(name), content).toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One more tenant of the adapter: the partner account of the stand-in with that domain id. */
    public Surroundings tenant(String name, String domainId) {
        var keys = partner.state().partner(domainId).keys();
        set("partner.tenants." + name + ".domain-id", domainId);
        set("partner.tenants." + name + ".access-key", keys.accessKey());
        return set("partner.tenants." + name + ".secret-key", keys.secretKey());
    }

    /** Lets a tenant know the keys of a customer that the stand-in has already. */
    public Surroundings knowCustomer(String tenant, String id) {
        var keys = partner.keysOf(id);
        var prefix = "partner.tenants." + tenant + ".customers." + id + ".";
        set(prefix + "access-key", keys.accessKey());
        return set(prefix + "secret-key", keys.secretKey());
    }

    /** Lets the adapter have these keys, under {@code <prefix>access-key} and so on, from a mounted secret; returns that. */
    public MountedSecret mountKeys(String prefix, Keys keys) {
        var secret = MountedSecret.in(
                folder.resolve("secrets").resolve(prefix), Map.of("ak", keys.accessKey(), "sk", keys.secretKey()));
        set(prefix + "access-key", "")
                .set(prefix + "access-key-file", secret.file("ak").toString());
        set(prefix + "secret-key", "")
                .set(prefix + "secret-key-file", secret.file("sk").toString());
        return secret;
    }

    /** Lets the adapter have a setting from a mounted secret; returns that, with the one key {@code value}. */
    public MountedSecret mount(String property, String fileProperty, String value) {
        var secret = MountedSecret.in(folder.resolve("secrets").resolve(fileProperty), Map.of("value", value));
        set(property, "").set(fileProperty, secret.file("value").toString());
        return secret;
    }

    /** Lets the adapter work with the International site, which that stand-in is. */
    public Surroundings international(StandInPartnerApi site) {
        set("partner.site", "international");
        return set("partner.endpoint", site.uri().toString());
    }

    /** Sets one more property of the adapter. */
    public Surroundings set(String property, String value) {
        properties.put(property, value);
        return this;
    }

    /** The adapter's configuration for these surroundings, as command line arguments. */
    public String[] arguments() {
        return properties.entrySet().stream()
                .map(entry -> "--" + entry.getKey() + "=" + entry.getValue())
                .toArray(String[]::new);
    }

    /** What a property is set to. */
    public String property(String name) {
        return properties.get(name);
    }

    /** The same, by property. */
    Map<String, String> properties() {
        return Collections.unmodifiableMap(properties);
    }

    public SftpServer sftp() {
        return sftp;
    }

    public StandInPartnerApi partner() {
        return partner;
    }

    /** The broker, if {@link #withQueues} started one. */
    public Broker broker() {
        return broker;
    }

    public LedgerDatabase database() {
        return database;
    }

    public String operatorPassword() {
        return operatorPassword;
    }

    /** A scratch folder of these surroundings. */
    public Path folder() {
        return folder;
    }

    @Override
    public void close() {
        partner.close();
        sftp.close();
        if (broker != null) {
            broker.close();
        }
    }

    private void configure() {
        var keys = partner.state().partner(StandInPartnerApi.PARTNER).keys();
        set("spring.datasource.url", database.url());
        set("spring.datasource.username", "postgres");
        set("spring.datasource.password", "postgres");
        set("erp.sftp.host", "127.0.0.1");
        set("erp.sftp.port", String.valueOf(sftp.port()));
        set("erp.sftp.username", SftpServer.USERNAME);
        set("erp.sftp.password", sftp.password());
        set(
                "erp.sftp.known-hosts-file",
                sftp.writeKnownHosts(folder.resolve("known_hosts")).toString());
        set("partner.endpoint", partner.uri().toString());
        set("partner.iam-endpoint", partner.uri().toString());
        set("partner.tenants." + TENANT + ".domain-id", StandInPartnerApi.PARTNER);
        set("partner.tenants." + TENANT + ".platform-id", PLATFORM);
        set("partner.tenants." + TENANT + ".access-key", keys.accessKey());
        set("partner.tenants." + TENANT + ".secret-key", keys.secretKey());
        set("operator.username", OPERATOR);
        set("operator.password", operatorPassword);
        set("server.port", String.valueOf(ports.http()));
        set("door.probes-port", "0");
        set("server.address", "127.0.0.1");
        setQuickIntervals();
    }

    /** What takes seconds in production takes fractions of one here; nothing but waiting is shortened. */
    private void setQuickIntervals() {
        set("erp.sftp.poll-interval", "300");
        set("erp.sftp.patience", "1s");
        set("work.poll-interval", "100");
        set("work.backoff-first", "100ms");
        set("work.backoff-longest", "500ms");
        set("work.throttle-pause", "200ms");
        set("work.credential-pause", "300ms");
        set("work.tries", "3");
        set("answer.poll-interval", "100");
        // Writes in doubt stay so, and are answered at once: tests of questions ask.
        set("answer.await-doubts", "0s");
        set("doubts.poll-interval", "3600000");
        set("camel.component.seda.default-poll-timeout", "10");
        set("secrets.look-interval", "200");
    }

    private static String secret() {
        var bytes = new byte[12];
        new SecureRandom().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
