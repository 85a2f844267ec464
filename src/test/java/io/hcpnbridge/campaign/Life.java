package io.hcpnbridge.campaign;

import io.hcpnbridge.rehearsal.BridgeProcess;
import io.hcpnbridge.rehearsal.Connections;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Optional;

/** One process of the adapter, from its start to its end. */
final class Life {
    private final String node;
    private final BridgeProcess process;
    private final Instant launched;
    private volatile Optional<Instant> started = Optional.empty();

    Life(String node, BridgeProcess process, Instant launched) {
        this.node = node;
        this.process = process;
        this.launched = launched;
    }

    String node() {
        return node;
    }

    BridgeProcess process() {
        return process;
    }

    Instant launched() {
        return launched;
    }

    /** When it said that it runs. */
    Optional<Instant> started() {
        if (started.isEmpty()) {
            started = readStarted();
        }
        return started;
    }

    private Optional<Instant> readStarted() {
        return process.output()
                .lines()
                .filter(line -> line.contains("Started BridgeApplication"))
                .map(line -> Instant.parse(line.substring(0, line.indexOf(' '))))
                .findFirst();
    }

    /** Whether one of its connections comes from that port. */
    boolean owns(int port) {
        return process.isAlive() && Connections.fromPort(process.pid(), port);
    }

    /** Stands still ({@code SIGSTOP}). */
    void freeze() {
        signal("STOP");
    }

    /** Goes on. */
    void thaw() {
        signal("CONT");
    }

    private void signal(String name) {
        try {
            new ProcessBuilder("kill", "-" + name, String.valueOf(process.pid()))
                    .inheritIO()
                    .start()
                    .waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
