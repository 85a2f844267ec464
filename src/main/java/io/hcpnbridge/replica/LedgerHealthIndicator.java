package io.hcpnbridge.replica;

import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.stereotype.Component;

/**
 * Whether the ledger can be written to, as the last beat saw it: who asks for health waits for no database, and one that only reads
 * is down as well.
 */
@Component
class LedgerHealthIndicator implements HealthIndicator {
    private final Silence ledger;

    LedgerHealthIndicator(Silence ledger) {
        this.ledger = ledger;
    }

    @Override
    public Health health() {
        return ledger.silence()
                .map(reason -> Health.down().withDetail("reason", reason).build())
                .orElseGet(() -> Health.up().build());
    }
}
