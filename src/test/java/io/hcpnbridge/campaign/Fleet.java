package io.hcpnbridge.campaign;

import io.hcpnbridge.rehearsal.BridgeProcess;
import io.hcpnbridge.rehearsal.Surroundings;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import org.awaitility.Awaitility;

/** The adapter's processes: so many replicas side by side, each successor a node of its own. */
final class Fleet implements AutoCloseable {
    private static final String MEMORY = "-Xmx512m";

    private static final Duration ORDERLY_END = Duration.ofSeconds(100);

    private final Surroundings surroundings;
    private final int size;
    private final List<Life> lives = new CopyOnWriteArrayList<>();

    Fleet(Surroundings surroundings, int size) {
        this.surroundings = surroundings;
        this.size = size;
    }

    /** Begins to start as many as are missing. */
    void fill() {
        for (int missing = size - living().size(); missing > 0; missing--) {
            var node = "node-" + (lives.size() + 1);
            lives.add(new Life(
                    node, BridgeProcess.launch(surroundings, MEMORY, "-Dwork.node=" + node), Instant.now()));
        }
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
        lives.forEach(life -> life.process().close());
    }
}
