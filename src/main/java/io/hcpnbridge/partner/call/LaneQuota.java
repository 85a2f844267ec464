package io.hcpnbridge.partner.call;

import io.hcpnbridge.partner.CallProperties;
import io.hcpnbridge.partner.PartnerRequest;
import io.hcpnbridge.partner.settings.PartnerSettings;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.springframework.stereotype.Component;

/**
 * Tells the throttle how fast the lane of this request may go: sets the properties {@code api} and {@code quota} (calls a
 * second). Documented quotas (orders API, throttling) are the default, {@code partner.quotas.<api>} overrides them.
 */
@Component("laneQuota")
class LaneQuota implements Processor {
    private static final int COMMON = 10;
    private static final Map<String, Integer> DOCUMENTED =
            Map.of("list-orders-new", 20, "query-resources-new", 30, "rate-period-new", 30);

    private final PartnerSettings settings;

    LaneQuota(PartnerSettings settings) {
        this.settings = settings;
    }

    @Override
    public void process(Exchange exchange) throws Exception {
        String api =
                exchange.getMessage().getMandatoryBody(PartnerRequest.class).api();
        Integer configured = settings.quotas().get(api);
        exchange.setProperty(CallProperties.API, api);
        exchange.setProperty(
                CallProperties.QUOTA, configured == null ? DOCUMENTED.getOrDefault(api, COMMON) : configured);
    }
}
