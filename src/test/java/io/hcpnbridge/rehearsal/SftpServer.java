package io.hcpnbridge.rehearsal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.PublicKey;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.sshd.common.cipher.BuiltinCiphers;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.config.keys.PublicKeyEntry;
import org.apache.sshd.common.file.virtualfs.VirtualFileSystemFactory;
import org.apache.sshd.common.kex.BuiltinDHFactories;
import org.apache.sshd.common.keyprovider.KeyPairProvider;
import org.apache.sshd.common.signature.BuiltinSignatures;
import org.apache.sshd.common.util.security.SecurityUtils;
import org.apache.sshd.core.CoreModuleProperties;
import org.apache.sshd.server.ServerBuilder;
import org.apache.sshd.server.SshServer;
import org.apache.sshd.sftp.server.SftpEventListener;
import org.apache.sshd.sftp.server.SftpSubsystemFactory;

/** The ERP's SFTP server: one login, one home folder, a key of its own. */
public final class SftpServer implements AutoCloseable {
    public static final String USERNAME = "erp";

    private final Path home;
    private volatile String password;
    private volatile PublicKey authorized;
    private KeyPair hostKey = newKey();
    private final SftpJournal journal = new SftpJournal();
    private final LyingNames lies = new LyingNames();
    private final HangingFolders hanging = new HangingFolders();
    private final ForbiddenChanges forbidden = new ForbiddenChanges();
    private final List<SftpEventListener> watchers = new CopyOnWriteArrayList<>(List.of(journal, hanging, forbidden));
    private final AtomicInteger refusedLogins = new AtomicInteger();
    private boolean isOld;
    private volatile int mostConnections = Integer.MAX_VALUE;
    private int port;
    private SshServer server;
    private SftpSubsystemFactory subsystem;

    private SftpServer(Path home, String password, int port) {
        this.home = home;
        this.password = password;
        this.port = port;
    }

    /** Starts a server on a free port (0) or on the given one. */
    public static SftpServer start(Path home, String password, int port) {
        var sftp = new SftpServer(home, password, port);
        sftp.listen();
        return sftp;
    }

    /** Ends a {@link #goAway}: the same server again. */
    public void comeBack() {
        listen();
    }

    /** Takes the server away, with all connections. */
    public void goAway() {
        close();
    }

    private void listen() {
        subsystem =
                new SftpSubsystemFactory.Builder().withFileSystemAccessor(lies).build();
        watchers.forEach(subsystem::addSftpEventListener);
        server = SshServer.setUpDefaultServer();
        server.setHost("127.0.0.1");
        server.setPort(port);
        server.setKeyPairProvider(KeyPairProvider.wrap(hostKey));
        server.setPasswordAuthenticator((user, given, session) -> isLetIn(user, given));
        CoreModuleProperties.MAX_CONCURRENT_SESSIONS.set(server, mostConnections);
        server.setPublickeyAuthenticator((user, given, session) ->
                USERNAME.equals(user) && authorized != null && KeyUtils.compareKeys(authorized, given));
        server.setFileSystemFactory(new VirtualFileSystemFactory(home));
        server.setSubsystemFactories(List.of(subsystem));
        if (isOld) {
            server.setKeyExchangeFactories(List.of(ServerBuilder.DH2KEX.apply(BuiltinDHFactories.dhg14)));
            server.setSignatureFactories(List.of(BuiltinSignatures.rsa));
            server.setCipherFactories(List.of(BuiltinCiphers.aes128cbc));
        }
        try {
            server.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        port = server.getPort();
    }

    private boolean isLetIn(String user, String given) {
        var letIn = USERNAME.equals(user) && given.equals(password);
        if (!letIn) {
            refusedLogins.incrementAndGet();
        }
        return letIn;
    }

    /** How often somebody came with a wrong password. */
    public int refusedLogins() {
        return refusedLogins.get();
    }

    /** From now on so many connections are allowed at a time. */
    public void allowConnections(int most) {
        mostConnections = most;
        CoreModuleProperties.MAX_CONCURRENT_SESSIONS.set(server, most);
    }

    /** What cannot be moved. */
    public ForbiddenChanges forbidden() {
        return forbidden;
    }

    /** From now on only this password is right; null: none is. Open connections stay. */
    public void changePassword(String changed) {
        password = changed;
    }

    /** From now on only this key is let in, beside the password. */
    public void authorize(PublicKey key) {
        authorized = key;
    }

    /** Comes back as a new machine does: with another host key. */
    public void comeBackWithAnotherKey() {
        hostKey = newKey();
        listen();
    }

    /** From now on it knows only algorithms of long ago, and has another host key. */
    public void growOld() {
        close();
        isOld = true;
        hostKey = newKey("RSA", 2048);
        listen();
    }

    /** What was done to files since the start. */
    public SftpJournal journal() {
        return journal;
    }

    /** Names that are told instead of the real ones. */
    public LyingNames lies() {
        return lies;
    }

    /** Lets somebody see, and prevent, what clients do that connect from now on. */
    public void watch(SftpEventListener watcher) {
        watchers.add(watcher);
        subsystem.addSftpEventListener(watcher);
    }

    /** A subsystem that no longer answers. */
    public HangingFolders hanging() {
        return hanging;
    }

    public int port() {
        return port;
    }

    public String password() {
        return password;
    }

    public Path home() {
        return home;
    }

    /** Writes a known_hosts file with this server's key. */
    public Path writeKnownHosts(Path file) {
        var line = "[127.0.0.1]:" + port() + " " + PublicKeyEntry.toString(hostKey.getPublic()) + "\n";
        try {
            return Files.writeString(file, line);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Cuts all open connections, as a network does. */
    public void dropConnections() {
        Set.copyOf(server.getActiveSessions()).forEach(session -> session.close(true));
    }

    @Override
    public void close() {
        try {
            server.stop(true);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static KeyPair newKey() {
        return newKey("EC", 256);
    }

    private static KeyPair newKey(String algorithm, int bits) {
        try {
            var generator = SecurityUtils.getKeyPairGenerator(algorithm);
            generator.initialize(bits);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
