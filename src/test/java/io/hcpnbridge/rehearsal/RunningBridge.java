package io.hcpnbridge.rehearsal;

import io.hcpnbridge.standin.StandInPartnerApi;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.awaitility.Awaitility;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The adapter running in surroundings of its own, with an ERP at its door. */
public final class RunningBridge implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Surroundings surroundings;
    private final ErpClient erp;
    private Bridge bridge;
    private ErpQueue queue;

    private RunningBridge(Surroundings surroundings) {
        this.surroundings = surroundings;
        this.erp = ErpClient.connect(surroundings.sftp());
        this.bridge = Bridge.start(surroundings);
    }

    /** Starts everything; {@code prepare} seeds the stand-in and sets properties before the adapter starts. */
    public static RunningBridge start(Consumer<Surroundings> prepare) {
        var surroundings = Surroundings.start();
        prepare.accept(surroundings);
        return new RunningBridge(surroundings);
    }

    public ErpClient erp() {
        return erp;
    }

    /** The ERP at its queues; needs {@link Surroundings#withQueues}. */
    public ErpQueue queue() {
        if (queue == null) {
            queue = ErpQueue.connect(surroundings.broker());
        }
        return queue;
    }

    public Bridge bridge() {
        return bridge;
    }

    public Surroundings surroundings() {
        return surroundings;
    }

    public StandInPartnerApi partner() {
        return surroundings.partner();
    }

    /** The ledger, read only. */
    public JdbcClient ledger() {
        return JdbcClient.create(surroundings.database().dataSource());
    }

    /** Drops a file and waits for its answer, as bytes. */
    public byte[] answerTo(String interfaceName, String name, byte[] content) {
        erp.drop(interfaceName, name, content);
        return awaitAnswer(interfaceName, name);
    }

    public byte[] awaitAnswer(String interfaceName, String name) {
        return Awaitility.await("the answer to " + name)
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(100))
                .until(() -> erp.answer(interfaceName, name), Optional::isPresent)
                .orElseThrow();
    }

    /** Drops a batch with one record and reads its answer's lines. */
    public List<ErpFormat.Line> ask(String interfaceName, Map<String, String> record) {
        return ask(interfaceName, record, Map.of());
    }

    /** Drops a batch with one record and the given trailer totals and reads its answer's lines. */
    public List<ErpFormat.Line> ask(String interfaceName, Map<String, String> record, Map<String, String> totals) {
        var format = ErpFormat.of(interfaceName);
        var name = record.get("document") + "." + format.extension();
        var batch = format.batch("B" + record.get("document"), List.of(record), totals);
        return format.read(answerTo(interfaceName, name, batch));
    }

    /** Stops the adapter orderly and starts it again. */
    public void restart() {
        bridge.close();
        bridge = Bridge.start(surroundings);
    }

    @Override
    public void close() {
        bridge.close();
        erp.close();
        if (queue != null) {
            queue.close();
        }
        surroundings.close();
    }
}
