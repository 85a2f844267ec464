package io.hcpnbridge.rehearsal;

import com.jcraft.jsch.JSch;
import com.jcraft.jsch.JSchException;
import com.jcraft.jsch.KeyPair;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.concurrent.TimeUnit;

/** The server that most ERPs have: OpenSSH as the system has installed it, with a folder of its own, for whoever runs the tests. */
public final class OpenSsh implements AutoCloseable {
    private static final Path PROGRAM = Path.of("/usr/sbin/sshd");

    private final Path folder;
    private final Path home;
    private final int port = FreePort.find();
    private final Process process;

    private OpenSsh(Path folder) throws IOException, JSchException {
        this.folder = Files.createDirectories(folder);
        this.home = Files.createDirectories(folder.resolve("home"));
        var host = key("host_key");
        var login = key("login_key");
        Files.writeString(folder.resolve("authorized"), login);
        Files.writeString(folder.resolve("known_hosts"), "[127.0.0.1]:" + port + " " + host);
        Files.createDirectories(Path.of("/run/sshd"));
        process = new ProcessBuilder(
                        PROGRAM.toString(), "-D", "-e", "-f", configuration().toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("sshd.log").toFile())
                .start();
    }

    /** Whether it is installed here. */
    public static boolean isInstalled() {
        return Files.isExecutable(PROGRAM) && "root".equals(System.getProperty("user.name"));
    }

    /** Starts it and lets the adapter of these surroundings use it. */
    public static OpenSsh start(Surroundings surroundings) {
        try {
            var server = new OpenSsh(surroundings.folder().resolve("openssh"));
            surroundings
                    .set("erp.sftp.port", String.valueOf(server.port))
                    .set("erp.sftp.username", System.getProperty("user.name"))
                    .set("erp.sftp.password", "")
                    .set(
                            "erp.sftp.private-key-file",
                            server.folder.resolve("login_key").toString())
                    .set(
                            "erp.sftp.known-hosts-file",
                            server.folder.resolve("known_hosts").toString());
            return server;
        } catch (IOException | JSchException e) {
            throw new IllegalStateException(e);
        }
    }

    public int port() {
        return port;
    }

    public Path home() {
        return home;
    }

    /** Runs a command in the home folder; returns what it prints, one character for each byte. */
    public String shell(String command) {
        try {
            var shell = new ProcessBuilder("sh", "-c", command)
                    .directory(home.toFile())
                    .redirectErrorStream(true)
                    .start();
            return new String(shell.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String key(String name) throws IOException, JSchException {
        var pair = KeyPair.genKeyPair(new JSch(), KeyPair.ECDSA, 256);
        var file = folder.resolve(name);
        Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        var text = new ByteArrayOutputStream();
        pair.writePrivateKey(text);
        Files.write(file, text.toByteArray());
        var open = new ByteArrayOutputStream();
        pair.writePublicKey(open, "test");
        return open.toString(StandardCharsets.US_ASCII);
    }

    private Path configuration() throws IOException {
        return Files.writeString(
                folder.resolve("sshd_config"),
                """
                ListenAddress 127.0.0.1
                Port %d
                HostKey %s
                AuthorizedKeysFile %s
                PidFile none
                StrictModes no
                UsePAM no
                PermitRootLogin yes
                PasswordAuthentication no
                Subsystem sftp internal-sftp -d %s
                """
                        .formatted(port, folder.resolve("host_key"), folder.resolve("authorized"), home));
    }

    @Override
    public void close() {
        process.destroy();
        try {
            process.waitFor(10, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
