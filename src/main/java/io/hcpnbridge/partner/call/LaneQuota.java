package io.hcpnbridge.partner.call;

import io.hcpnbridge.config.LeavesForRoutes;
import io.hcpnbridge.partner.PartnerCall;
import io.hcpnbridge.partner.settings.PartnerSettings;
import java.time.Duration;
import org.apache.camel.Exchange;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * Keeps the quota of the lane (tenant and API) together with all other replicas: what the partner documents, or
 * {@code partner.quotas.<api>}.
 */
@LeavesForRoutes(LaneQuota.QUOTA_WAIT)
@Component("laneQuota")
public class LaneQuota {
    /** Whoever would wait longer gives his turn up, so that the lane does not keep all workers. */
    static final Duration LONGEST_WAIT = Duration.ofSeconds(10);

    static final String QUOTA_WAIT = "quotaWait";

    private static final Duration REST = LONGEST_WAIT.dividedBy(2);

    /** So long before its slot a call is announced, so that it leaves at its time however long that takes. */
    private static final Duration LEAD = Duration.ofMillis(100);

    private static final long MISSED_NANOS = Duration.ofMillis(50).toNanos();

    private final Quotas quotas;
    private final LaneSlots slots;

    @Autowired
    LaneQuota(DocumentedQuotas documented, PartnerSettings settings, LaneSlots slots) {
        this(new Quotas(documented.byApi(), settings.quotas()), slots);
    }

    LaneQuota(Quotas quotas, LaneSlots slots) {
        this.quotas = quotas;
        this.slots = slots;
    }

    /** Whether there is no slot yet, or it was missed because the adapter stood still: then it must not be used any more. */
    public boolean needsSlot(Exchange exchange) {
        return PartnerCall.of(exchange)
                .slot()
                .map(slot -> System.nanoTime() - slot > MISSED_NANOS)
                .orElse(true);
    }

    /**
     * Takes the lane's next slot and leaves in the property {@code quotaWait} how many milliseconds to wait: for the slot, or for the time
     * to announce the call.
     *
     * @throws LaneFullException if that is too long
     */
    public void takeSlot(Exchange exchange) {
        PartnerCall call = PartnerCall.of(exchange);
        String api = call.request().api();
        Duration wait = slots.take(call.tenant(), api, quotas.pace(api), LONGEST_WAIT)
                .orElseThrow(() -> new LaneFullException(api, REST));
        call.slot(System.nanoTime() + wait.toNanos());
        var early = call.isToBeAnnounced() ? LEAD : Duration.ZERO;
        exchange.setProperty(QUOTA_WAIT, Math.max(0, wait.minus(early).toMillis()));
    }

    /** How many milliseconds there are until the call's slot. */
    public long untilSlot(Exchange exchange) {
        return PartnerCall.of(exchange)
                .slot()
                .map(slot ->
                        Math.max(0, Duration.ofNanos(slot - System.nanoTime()).toMillis()))
                .orElse(0L);
    }
}
