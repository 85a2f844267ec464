package io.hcpnbridge.rehearsal;

import java.nio.file.Path;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.activemq.artemis.api.core.SimpleString;
import org.apache.activemq.artemis.core.config.impl.ConfigurationImpl;
import org.apache.activemq.artemis.core.config.impl.SecurityConfiguration;
import org.apache.activemq.artemis.core.security.Role;
import org.apache.activemq.artemis.core.server.JournalType;
import org.apache.activemq.artemis.core.server.embedded.EmbeddedActiveMQ;
import org.apache.activemq.artemis.core.settings.impl.AddressFullMessagePolicy;
import org.apache.activemq.artemis.core.settings.impl.AddressSettings;
import org.apache.activemq.artemis.spi.core.security.ActiveMQJAASSecurityManager;
import org.apache.activemq.artemis.spi.core.security.jaas.InVMLoginModule;

/** A JMS broker on loopback, for the ERP's queues; keeps its messages when it is stopped and started again. */
public final class Broker implements AutoCloseable {
    public static final String USERNAME = "erp";

    /** Queues that begin so are full with a few thousand bytes, and nobody may write to the others. */
    public static final String FULL = "full.";

    public static final String FORBIDDEN = "forbidden.";

    private static final SimpleString DEAD = SimpleString.of("dead");

    private final Path folder;
    private final String url;
    private String password;
    private int mostDiscUsed = -1;
    private EmbeddedActiveMQ server;

    private Broker(Path folder, String url, String password) {
        this.folder = folder;
        this.url = url;
        this.password = password;
    }

    /** Starts a broker on a free port (0) or on the given one; it lets one login in. */
    public static Broker start(Path folder, String password, int port) {
        try {
            var broker = new Broker(folder, "tcp://127.0.0.1:" + (port == 0 ? FreePort.find() : port), password);
            broker.start();
            return broker;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    public String url() {
        return url;
    }

    public String password() {
        return password;
    }

    /** Starts it again, with the messages it had. */
    public void start() throws Exception {
        server = new EmbeddedActiveMQ();
        server.setConfiguration(new ConfigurationImpl()
                .setPersistenceEnabled(true)
                .setJournalType(JournalType.NIO)
                .setJournalFileSize(1024 * 1024)
                .setJournalMinFiles(2)
                .setJournalSyncTransactional(false)
                .setJournalSyncNonTransactional(false)
                .setJournalDirectory(folder.resolve("journal").toString())
                .setBindingsDirectory(folder.resolve("bindings").toString())
                .setPagingDirectory(folder.resolve("paging").toString())
                .setLargeMessagesDirectory(folder.resolve("large").toString())
                .setMaxDiskUsage(mostDiscUsed)
                .setDiskScanPeriod(500)
                .setSecurityEnabled(true)
                .setJMXManagementEnabled(false)
                .putSecurityRoles("#", Set.of(everything(USERNAME)))
                .putSecurityRoles(FORBIDDEN + "#", Set.of(everything("others")))
                .addAddressSetting(
                        "#", new AddressSettings().setDeadLetterAddress(DEAD).setExpiryAddress(DEAD))
                .addAddressSetting(
                        FULL + "#",
                        new AddressSettings()
                                .setDeadLetterAddress(DEAD)
                                .setExpiryAddress(DEAD)
                                .setMaxSizeBytes(5_000)
                                .setAddressFullMessagePolicy(AddressFullMessagePolicy.FAIL))
                .addAcceptorConfiguration("erp", url));
        var login = new SecurityConfiguration();
        login.addUser(USERNAME, password);
        login.addRole(USERNAME, USERNAME);
        server.setSecurityManager(new ActiveMQJAASSecurityManager(InVMLoginModule.class.getName(), login));
        server.start();
    }

    /** The password from the next {@link #start} on. */
    public void changePassword(String changed) {
        password = changed;
    }

    /** From the next {@link #start} on nobody can send anything while more of the disc is used than that percentage. */
    public void blockAbove(int percent) {
        mostDiscUsed = percent;
    }

    /** Whether it serves; one that could not write its journal has shut itself down. */
    public boolean isServing() {
        return server.getActiveMQServer().isStarted();
    }

    /** Stops it; everybody loses the connection. */
    public void stop() throws Exception {
        server.stop();
    }

    /** How many messages wait in a queue; 0 if there is no such queue. */
    public long waiting(String queue) {
        var found = server.getActiveMQServer().locateQueue(queue);
        return found == null ? 0 : found.getMessageCount();
    }

    /** How many messages of a queue are kept in files of their own, outside the journal. */
    public long keptInFiles(String queue) {
        var found = server.getActiveMQServer().locateQueue(queue);
        try (var messages = found.browserIterator()) {
            return Stream.generate(() -> messages.hasNext() ? messages.next() : null)
                    .takeWhile(Objects::nonNull)
                    .filter(reference -> reference.getMessage().isLargeMessage())
                    .count();
        }
    }

    /** How many listen at a queue. */
    public int listeners(String queue) {
        var found = server.getActiveMQServer().locateQueue(queue);
        return found == null ? 0 : found.getConsumerCount();
    }

    @Override
    public void close() {
        try {
            stop();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static Role everything(String role) {
        return new Role(role, true, true, true, true, true, true, true, true, true, true, true, true);
    }
}
