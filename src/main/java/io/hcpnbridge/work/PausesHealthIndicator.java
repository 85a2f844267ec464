package io.hcpnbridge.work;

import io.hcpnbridge.ledger.WorkPause;
import io.hcpnbridge.ledger.WorkPauseLedger;
import io.hcpnbridge.replica.Silence;
import java.util.List;
import org.springframework.boot.actuate.health.AbstractHealthIndicator;
import org.springframework.boot.actuate.health.Health;
import org.springframework.stereotype.Component;

/** Names what operators have paused, with a status of its own: it is no fault, and the whole stays up. */
@Component
class PausesHealthIndicator extends AbstractHealthIndicator {
    private final WorkPauseLedger pauses;
    private final Silence ledger;

    PausesHealthIndicator(WorkPauseLedger pauses, Silence ledger) {
        super("What is paused cannot be looked up");
        this.pauses = pauses;
        this.ledger = ledger;
    }

    @Override
    protected void doHealthCheck(Health.Builder builder) {
        // Without the ledger nobody knows, and whoever asks would wait for it.
        var inForce = ledger.silence().isPresent() ? List.<WorkPause>of() : pauses.inForce();
        builder.status(inForce.isEmpty() ? "UP" : "PAUSED");
        inForce.forEach(pause -> builder.withDetail(
                pause.scope(), "paused by %s since %s: %s".formatted(pause.by(), pause.time(), pause.reason())));
    }
}
