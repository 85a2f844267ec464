package io.hcpnbridge.work;

import io.hcpnbridge.ledger.WorkPause;
import io.hcpnbridge.ledger.WorkPauseLedger;
import java.util.LinkedHashMap;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Lets each replica's log tell, once, what an operator has paused, and when that is over. */
@Component("pauseWatch")
public class PauseWatch {
    private static final Logger LOG = LoggerFactory.getLogger(PauseWatch.class);

    private final WorkPauseLedger ledger;
    private final OwnLanes lanes;
    private final Map<Long, WorkPause> known = new LinkedHashMap<>();

    PauseWatch(WorkPauseLedger ledger, OwnLanes lanes) {
        this.ledger = ledger;
        this.lanes = lanes;
    }

    /** Tells what has begun and what has ended since the last look. */
    public synchronized void look() {
        var inForce = new LinkedHashMap<Long, WorkPause>();
        ledger.inForce().forEach(pause -> inForce.put(pause.id(), pause));
        known.values().stream()
                .filter(pause -> !inForce.containsKey(pause.id()))
                .forEach(this::ended);
        inForce.values().stream()
                .filter(pause -> !known.containsKey(pause.id()))
                .forEach(this::begun);
        known.clear();
        known.putAll(inForce);
    }

    private void begun(WorkPause pause) {
        if (pause.batch() != null || lanes.all().stream().anyMatch(pause::covers)) {
            LOG.warn("{} is paused by {} since {}: {}", pause.scope(), pause.by(), pause.time(), pause.reason());
        } else {
            LOG.error(
                    "{} is paused by {} since {}: {}, but nothing here bears that name: nothing waits",
                    pause.scope(),
                    pause.by(),
                    pause.time(),
                    pause.reason());
        }
    }

    private void ended(WorkPause pause) {
        LOG.warn(
                "{} is paused no more ({})",
                pause.scope(),
                ledger.endOf(pause.id()).orElse("its time is over"));
    }
}
