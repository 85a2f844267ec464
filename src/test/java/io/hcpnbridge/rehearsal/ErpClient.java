package io.hcpnbridge.rehearsal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.sshd.client.ClientBuilder;
import org.apache.sshd.client.SshClient;
import org.apache.sshd.common.NamedFactory;
import org.apache.sshd.common.kex.BuiltinDHFactories;
import org.apache.sshd.sftp.client.SftpClient;
import org.apache.sshd.sftp.client.SftpClientFactory;
import org.apache.sshd.sftp.common.SftpConstants;
import org.apache.sshd.sftp.common.SftpException;
import org.awaitility.Awaitility;

/** The legacy ERP: it can put a file on SFTP and read one back, nothing else. */
public final class ErpClient implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /** One quick, one that old servers know. The best that there is takes a second for its key, at every start of a test. */
    private static final List<BuiltinDHFactories> KEY_EXCHANGES =
            List.of(BuiltinDHFactories.curve25519, BuiltinDHFactories.dhg14);

    private final SshClient ssh;
    private final SftpClient sftp;

    private ErpClient(SshClient ssh, SftpClient sftp) {
        this.ssh = ssh;
        this.sftp = sftp;
    }

    public static ErpClient connect(SftpServer server) {
        try {
            var ssh = SshClient.setUpDefaultClient();
            ssh.setServerKeyVerifier((session, address, key) -> true);
            ssh.setKeyExchangeFactories(
                    NamedFactory.setUpTransformedFactories(false, KEY_EXCHANGES, ClientBuilder.DH2KEX));
            ssh.start();
            var session = ssh.connect(SftpServer.USERNAME, "127.0.0.1", server.port())
                    .verify(30_000)
                    .getSession();
            session.addPasswordIdentity(server.password());
            session.auth().verify(30_000);
            return new ErpClient(ssh, SftpClientFactory.instance().createSftpClient(session));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Makes the folders of an interface, as an ERP's installation does. */
    public void prepare(String interfaceName) {
        for (var folder : List.of("inbound", "inbound/" + interfaceName, "outbound", "outbound/" + interfaceName)) {
            try {
                sftp.mkdir(folder);
            } catch (IOException e) {
                // It is there already.
            }
        }
    }

    /** Drops a file: written under a temporary name, then renamed. */
    public void drop(String interfaceName, String name, byte[] content) {
        prepare(interfaceName);
        var path = "inbound/" + interfaceName + "/" + name;
        write(path + ".tmp", content);
        try {
            sftp.rename(path + ".tmp", path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Writes to a path below the login's home. */
    public void write(String path, byte[] content) {
        try (var out = sftp.write(path)) {
            out.write(content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The answer to a file, once it is there. */
    public Optional<byte[]> answer(String interfaceName, String name) {
        return read("outbound/" + interfaceName + "/" + name + ".answer");
    }

    /** The second answer to a file, once it is there: what the partner decided later. */
    public Optional<byte[]> lastAnswer(String interfaceName, String name) {
        return read("outbound/" + interfaceName + "/" + name + ".answer.final");
    }

    /** What stands at a path below the login's home, if anything. */
    public Optional<byte[]> read(String path) {
        try (var in = sftp.read(path)) {
            return Optional.of(in.readAllBytes());
        } catch (IOException e) {
            return absent(e);
        }
    }

    /** Deletes a file. */
    public void delete(String path) {
        try {
            sftp.remove(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The names in a folder, without dot entries. */
    public List<String> list(String folder) {
        return Awaitility.await("a listing that no entry leaves meanwhile, which this server breaks off")
                .atMost(PATIENCE)
                .until(() -> listOnce(folder), Optional::isPresent)
                .orElseThrow();
    }

    private Optional<List<String>> listOnce(String folder) {
        var names = new ArrayList<String>();
        var handle = open(folder);
        try (handle) {
            for (var entry : sftp.listDir(handle)) {
                if (!entry.getFilename().startsWith(".")) {
                    names.add(entry.getFilename());
                }
            }
        } catch (UncheckedIOException e) {
            // What the server says after the first entries is wrapped by the client's iterator.
            return absent(e.getCause());
        } catch (IOException e) {
            return absent(e);
        }
        names.sort(null);
        return Optional.of(names);
    }

    private static <T> Optional<T> absent(IOException e) {
        if (e instanceof SftpException failure && failure.getStatus() == SftpConstants.SSH_FX_NO_SUCH_FILE) {
            return Optional.empty();
        }
        throw new UncheckedIOException(e);
    }

    private SftpClient.CloseableHandle open(String folder) {
        try {
            return sftp.openDir(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            sftp.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            ssh.stop();
        }
    }
}
