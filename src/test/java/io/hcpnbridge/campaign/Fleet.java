package io.hcpnbridge.campaign;

import io.hcpnbridge.rehearsal.BridgeProcess;
import io.hcpnbridge.rehearsal.Surroundings;
import io.hcpnbridge.rehearsal.TcpWire;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;

/** The adapter's processes: so many replicas side by side, each successor a node of its own, each with a wire of its own to the ledger. */
final class Fleet implements AutoCloseable {
    /** The system property by which a process is told where its ledger is. */
    static final String LEDGER = "campaign.ledger";

    private static final String MEMORY = "-Xmx512m";
    private static final Duration ORDERLY_END = Duration.ofSeconds(100);

    private final Surroundings surroundings;
    private final int size;
    private final Function<Life, TcpWire.Watcher> lookout;
    private final List<Life> lives = new CopyOnWriteArrayList<>();

    /** @param lookout who sees what a process says to its ledger */
    Fleet(Surroundings surroundings, int size, Function<Life, TcpWire.Watcher> lookout) {
        this.surroundings = surroundings;
        this.size = size;
        this.lookout = lookout;
    }

    /** Begins to start as many as are missing. */
    void fill() {
        for (int missing = size - living().size(); missing > 0; missing--) {
            lives.add(launch("node-" + (lives.size() + 1)));
        }
    }

    /** Statements are never kept by the server, so that each is seen on the wire. */
    private Life launch(String node) {
        var url = surroundings.database().url();
        var port = URI.create(url.substring("jdbc:".length())).getPort();
        var wire = TcpWire.to(port);
        var ledger =
                url.replace(":" + port, ":" + wire.port()) + (url.contains("?") ? "&" : "?") + "prepareThreshold=0";
        var process = BridgeProcess.launch(surroundings, MEMORY, "-Dwork.node=" + node, "-D" + LEDGER + "=" + ledger);
        var life = new Life(node, process, wire, Instant.now());
        wire.watch(lookout.apply(life));
        return life;
    }

    /** Waits until all that live have started; one may die on the way. */
    void awaitStart() {
        Awaitility.await("start of the adapters").atMost(Duration.ofMinutes(4)).until(() -> living().stream()
                .allMatch(life -> life.started().isPresent()));
    }

    /** Asks all to stop and waits for it. */
    void stop() {
        living().forEach(life -> life.process().terminate());
        living().forEach(life -> life.process().awaitEnd(ORDERLY_END));
    }

    /** All there ever were, in the order of their start. */
    List<Life> lives() {
        return List.copyOf(lives);
    }

    List<Life> living() {
        return lives.stream().filter(life -> life.process().isAlive()).toList();
    }

    /** Those that live. */
    Set<String> nodes() {
        return living().stream().map(Life::node).collect(Collectors.toUnmodifiableSet());
    }

    Optional<Life> any(Random random) {
        var living = living();
        return living.isEmpty() ? Optional.empty() : Optional.of(living.get(random.nextInt(living.size())));
    }

    Optional<Life> called(String node) {
        return living().stream().filter(life -> life.node().equals(node)).findFirst();
    }

    /** Whose connection comes from that port. */
    Optional<Life> behind(int port) {
        return living().stream().filter(life -> life.owns(port)).findFirst();
    }

    @Override
    public void close() {
        lives.forEach(Life::close);
    }
}
