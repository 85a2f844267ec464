package io.hcpnbridge.campaign;

import io.hcpnbridge.rehearsal.BridgeProcess;
import io.hcpnbridge.rehearsal.Connections;
import io.hcpnbridge.rehearsal.TcpWire;
import java.time.Instant;
import java.util.Optional;

/** One process of the adapter, from its start to its end. */
final class Life implements AutoCloseable {
    private final String node;
    private final BridgeProcess process;
    private final TcpWire wire;
    private final Instant launched;
    private volatile Optional<Instant> started = Optional.empty();
    private volatile boolean terminated;

    Life(String node, BridgeProcess process, TcpWire wire, Instant launched) {
        this.node = node;
        this.process = process;
        this.wire = wire;
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

    /** To its ledger. */
    TcpWire wire() {
        return wire;
    }

    /** Whether it was asked to stop and does or did so. */
    boolean isTerminated() {
        return terminated;
    }

    void terminate() {
        terminated = true;
        process.terminate();
    }

    @Override
    public void close() {
        process.close();
        wire.close();
    }
}
