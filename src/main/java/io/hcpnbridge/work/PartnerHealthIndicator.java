package io.hcpnbridge.work;

import io.hcpnbridge.ledger.PauseLedger;
import io.hcpnbridge.partner.PartnerClock;
import io.hcpnbridge.replica.Silence;
import java.time.Duration;
import java.util.List;
import org.springframework.boot.actuate.health.AbstractHealthIndicator;
import org.springframework.boot.actuate.health.Health;
import org.springframework.stereotype.Component;

/** Names what rests now, as the partner wants it or does not accept it; down if the partner's time cannot be believed. */
@Component
class PartnerHealthIndicator extends AbstractHealthIndicator {
    private final PauseLedger pauses;
    private final PartnerClock clock;
    private final Silence ledger;

    PartnerHealthIndicator(PauseLedger pauses, PartnerClock clock, Silence ledger) {
        super("What rests cannot be looked up");
        this.pauses = pauses;
        this.clock = clock;
        this.ledger = ledger;
    }

    @Override
    protected void doHealthCheck(Health.Builder builder) {
        builder.up();
        // Without the ledger nobody knows, and whoever asks would wait for it.
        var resting = ledger.silence().isPresent() ? List.<PauseLedger.Resting>of() : pauses.resting();
        resting.forEach(one -> builder.withDetail(
                one.tenant() + " " + one.scope(),
                "rests for " + one.rest().remaining().toSeconds() + " s ("
                        + one.rest().reason() + ")"));
        if (!clock.offset().isZero()) {
            builder.withDetail("clock", ahead(clock.offset()) + ": followed");
        }
        clock.unbelieved()
                .ifPresent(difference -> builder.down().withDetail("clock", ahead(difference) + ": not followed"));
    }

    private static String ahead(Duration difference) {
        return "the partner's is " + difference.toSeconds() + " s ahead of this machine's";
    }
}
