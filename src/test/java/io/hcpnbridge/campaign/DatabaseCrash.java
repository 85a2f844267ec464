package io.hcpnbridge.campaign;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Stops this test's PostgreSQL server as a crash does, and starts it again. */
final class DatabaseCrash {
    private final Path data;
    private final Path control;

    private DatabaseCrash(Path data, Path control) {
        this.data = data;
        this.control = control;
    }

    /** Of the server that this database is on. */
    static DatabaseCrash of(JdbcClient ledger) {
        try {
            var data = Path.of(
                    ledger.sql("show data_directory").query(String.class).single());
            var server = Files.readAllLines(data.resolve("postmaster.pid")).get(0);
            return new DatabaseCrash(
                    data, Path.of("/proc", server, "exe").toRealPath().resolveSibling("pg_ctl"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** At once: nothing is written any more, every connection breaks. */
    void stop() {
        run(control.toString(), "stop", "-m", "immediate", "-D", data.toString());
    }

    /** With the options it had, and what it finds in its log. */
    void start() {
        run(
                control.toString(),
                "restart",
                "-w",
                "-D",
                data.toString(),
                "-l",
                data.resolve("again.log").toString());
    }

    /** The server refuses to run as root; a user namespace makes somebody else of root, as the embedded server does. */
    private static void run(String... words) {
        try {
            var command = new ArrayList<String>();
            if ("root".equals(System.getProperty("user.name"))) {
                command.addAll(List.of("unshare", "-U"));
            }
            command.addAll(List.of(words));
            var output = Files.createTempFile("pg_ctl", ".log");
            var exit = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile())
                    .start()
                    .waitFor();
            if (exit != 0) {
                throw new IllegalStateException(command + ": " + Files.readString(output));
            }
            Files.delete(output);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
