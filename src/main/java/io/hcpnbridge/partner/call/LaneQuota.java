package io.hcpnbridge.partner.call;

import io.hcpnbridge.config.LeavesForRoutes;
import io.hcpnbridge.partner.CallProperties;
import io.hcpnbridge.partner.PartnerRequest;
import io.hcpnbridge.partner.settings.PartnerSettings;
import java.time.Duration;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.InvalidPayloadException;
import org.springframework.stereotype.Component;

/**
 * Keeps the quota of the lane (tenant and API) together with all other replicas. Documented quotas (orders API, throttling) are
 * the default, {@code partner.quotas.<api>} overrides them.
 */
@LeavesForRoutes("quotaWait")
@Component("laneQuota")
public class LaneQuota {
    /** Whoever would wait longer gives his turn up, so that the lane does not keep all workers. */
    static final Duration LONGEST_WAIT = Duration.ofSeconds(10);

    private static final Duration REST = LONGEST_WAIT.dividedBy(2);
    private static final long MISSED_NANOS = Duration.ofMillis(50).toNanos();
    private static final int COMMON = 10;
    private static final Map<String, Integer> DOCUMENTED =
            Map.of("list-orders-new", 20, "query-resources-new", 30, "rate-period-new", 30);

    private final PartnerSettings settings;
    private final LaneSlots slots;

    LaneQuota(PartnerSettings settings, LaneSlots slots) {
        this.settings = settings;
        this.slots = slots;
    }

    /** Sets the properties {@code api} and {@code quota} (calls a second) of the request that is the message. */
    public void lookUp(Exchange exchange) throws InvalidPayloadException {
        String api =
                exchange.getMessage().getMandatoryBody(PartnerRequest.class).api();
        Integer configured = settings.quotas().get(api);
        exchange.setProperty(CallProperties.API, api);
        exchange.setProperty(
                CallProperties.QUOTA, configured == null ? DOCUMENTED.getOrDefault(api, COMMON) : configured);
        exchange.removeProperty(CallProperties.SLOT);
    }

    /** Whether there is no slot yet, or it was missed because the adapter stood still: then it must not be used any more. */
    public boolean needsSlot(Exchange exchange) {
        Long slot = exchange.getProperty(CallProperties.SLOT, Long.class);
        return slot == null || System.nanoTime() - slot > MISSED_NANOS;
    }

    /**
     * Takes the lane's next slot and leaves in the property {@code quotaWait} how many milliseconds to wait for it.
     *
     * @throws LaneFullException if that is too long
     */
    public void takeSlot(Exchange exchange) {
        String api = exchange.getProperty(CallProperties.API, String.class);
        Duration wait = slots.take(
                        exchange.getProperty(CallProperties.TENANT, String.class),
                        api,
                        Pace.ofQuota(exchange.getProperty(CallProperties.QUOTA, Integer.class)),
                        LONGEST_WAIT)
                .orElseThrow(() -> new LaneFullException(api, REST));
        exchange.setProperty(CallProperties.QUOTA_WAIT, wait.toMillis());
        exchange.setProperty(CallProperties.SLOT, System.nanoTime() + wait.toNanos());
    }
}
