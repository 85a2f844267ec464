package io.hcpnbridge.watch;

import io.hcpnbridge.stop.Stopping;
import java.util.List;
import org.apache.camel.CamelContext;
import org.apache.camel.Route;
import org.apache.camel.ServiceStatus;
import org.springframework.stereotype.Component;

/** The routes that an operator has stopped or suspended: what they are for waits, and nothing is lost. */
@Component
public class HeldRoutes {
    private final CamelContext camel;
    private final Stopping stopping;

    HeldRoutes(CamelContext camel, Stopping stopping) {
        this.camel = camel;
        this.stopping = stopping;
    }

    /** By id; none while the adapter starts or stops. */
    public List<String> all() {
        if (stopping.hasBegun() || !camel.isStarted()) {
            return List.of();
        }
        return camel.getRoutes().stream()
                .map(Route::getRouteId)
                .filter(this::isHeld)
                .sorted()
                .toList();
    }

    private boolean isHeld(String route) {
        var status = camel.getRouteController().getRouteStatus(route);
        return status == ServiceStatus.Stopped || status == ServiceStatus.Suspended;
    }
}
