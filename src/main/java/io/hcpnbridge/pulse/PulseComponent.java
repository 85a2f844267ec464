package io.hcpnbridge.pulse;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.camel.Endpoint;
import org.apache.camel.support.DefaultComponent;
import org.springframework.stereotype.Component;

/** {@code pulse:name?period=500}: {@code period} is the longest pause between two turns, in milliseconds; whoever only wakes needs none. */
@Component("pulse-component")
class PulseComponent extends DefaultComponent {
    private final Map<String, WakeUps> names = new ConcurrentHashMap<>();

    @Override
    protected Endpoint createEndpoint(String uri, String name, Map<String, Object> parameters) {
        var period = getAndRemoveParameter(parameters, "period", long.class, PulseEndpoint.NONE);
        return new PulseEndpoint(uri, this, names.computeIfAbsent(name, unknown -> new WakeUps()), period);
    }
}
