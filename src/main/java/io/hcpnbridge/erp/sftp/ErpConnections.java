package io.hcpnbridge.erp.sftp;

import io.hcpnbridge.erp.ErpProperties;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/**
 * All connections of this replica: one that looks into folders, {@code erp.sftp.work-connections} that fetch files and put them aside,
 * and one that delivers. None waits for one of another purpose.
 */
@Component("erpConnections")
public class ErpConnections implements DisposableBean {
    private static final Duration IDLE = Duration.ofSeconds(20);

    /** What is done on a connection. */
    public interface Use<T> {
        T on(ErpConnection connection) throws IOException;
    }

    private final ConnectionLane looking;
    private final ConnectionLane working;
    private final ConnectionLane delivering;
    private final List<ConnectionLane> lanes;
    private final Duration silence;
    private final Clock clock = Clock.systemUTC();

    ErpConnections(ConnectionSource source, ErpProperties erp) {
        looking = new ConnectionLane(source, 1);
        working = new ConnectionLane(source, erp.sftp().workConnections());
        delivering = new ConnectionLane(source, 1);
        lanes = List.of(looking, working, delivering);
        silence = erp.sftp().silence();
    }

    public <T> T look(Use<T> use) throws IOException {
        return looking.use(use);
    }

    public <T> T work(Use<T> use) throws IOException {
        return working.use(use);
    }

    public <T> T deliver(Use<T> use) throws IOException {
        return delivering.use(use);
    }

    /** When the server answered last in a look that is under way. */
    public Optional<Instant> progressOfLook() {
        return looking.progress();
    }

    /** Closes connections on which the server has not answered for {@code erp.sftp.silence}, and those that idle. */
    public void closeHungAndIdle() {
        endHung(silence);
        lanes.forEach(lane -> lane.closeIdle(clock.instant().minus(IDLE)));
    }

    /** Closes connections on which the server has not answered for so long; returns whether any is in use. */
    boolean endHung(Duration longest) {
        var since = clock.instant().minus(longest);
        var inUse = false;
        for (var lane : lanes) {
            inUse |= lane.endHung(since, longest);
        }
        return inUse;
    }

    @Override
    public void destroy() {
        lanes.forEach(lane -> lane.closeIdle(clock.instant().plus(IDLE)));
    }
}
