package io.hcpnbridge.partner.call;

import io.hcpnbridge.config.LeavesForRoutes;
import io.hcpnbridge.partner.PartnerCall;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.apache.camel.Exchange;
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

    /** Whoever is later than this takes another slot; {@link Pace} has as much to spare. */
    private static final long LATE_NANOS = Duration.ofMillis(10).toNanos();

    private final Quotas quotas;
    private final LaneSlots slots;
    private final LaneLines lines;
    private final LeadTime lead = new LeadTime();

    LaneQuota(Quotas quotas, LaneSlots slots) {
        this.quotas = quotas;
        this.slots = slots;
        this.lines = new LaneLines(slots);
    }

    /** Whether there is no slot yet, or it was missed because the adapter stood still: then it must not be used any more. */
    public boolean needsSlot(Exchange exchange) {
        return PartnerCall.of(exchange)
                .slot()
                .map(slot -> System.nanoTime() - slot > LATE_NANOS)
                .orElse(true);
    }

    /**
     * Waits for the call's turn, takes the lane's next slot and leaves in the property {@code quotaWait} how many milliseconds to wait for
     * the time to announce the call.
     *
     * @throws LaneFullException if that is too long
     */
    public void takeSlot(Exchange exchange) {
        PartnerCall call = PartnerCall.of(exchange);
        String api = call.request().api();
        Duration wait =
                lines.take(call, quotas.pace(api), lead.half()).orElseThrow(() -> new LaneFullException(api, REST));
        long now = System.nanoTime();
        long early = Math.max(0, wait.minus(lead.get()).toMillis());
        call.slot(now + wait.toNanos());
        call.begin(now + TimeUnit.MILLISECONDS.toNanos(early));
        exchange.setProperty(QUOTA_WAIT, early);
    }

    /**
     * Waits for the call's slot, with nothing left to do but to write the request. Whoever comes late leaves the slot unused and takes the
     * next one: two calls at once would be one too many.
     *
     * @throws LaneFullException if there is none soon
     */
    void keepSlot(PartnerCall call) throws InterruptedException {
        lead.learn(System.nanoTime() - call.begun());
        while (call.slot().isPresent()) {
            long slot = call.slot().get();
            TimeUnit.NANOSECONDS.sleep(slot - System.nanoTime());
            if (System.nanoTime() - slot <= LATE_NANOS) {
                return;
            }
            String api = call.request().api();
            Duration wait = slots.take(call.tenant(), api, quotas.pace(api), Duration.ZERO, LONGEST_WAIT)
                    .orElseThrow(() -> new LaneFullException(api, REST));
            call.slot(System.nanoTime() + wait.toNanos());
        }
    }
}
