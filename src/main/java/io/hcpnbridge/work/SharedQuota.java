package io.hcpnbridge.work;

import io.hcpnbridge.ledger.QuotaLedger;
import io.hcpnbridge.partner.call.LaneSlots;
import io.hcpnbridge.partner.call.Pace;
import java.time.Duration;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The replicas agree on slots in the ledger; without it no call is made. */
@Component
class SharedQuota implements LaneSlots {
    private final QuotaLedger ledger;

    SharedQuota(QuotaLedger ledger) {
        this.ledger = ledger;
    }

    @Override
    public Optional<Duration> take(String tenant, String api, Pace pace, Duration soonest, Duration longest) {
        return ledger.take(tenant, api, pace.calls(), pace.within(), soonest, longest);
    }

    @Override
    public void slowDown(String tenant, String api) {
        ledger.slowDown(tenant, api);
    }
}
