package io.hcpnbridge.endtoend.pull;

import io.hcpnbridge.rehearsal.Bridge;
import org.apache.camel.CamelContext;
import org.apache.camel.api.management.ManagedCamelContext;

/** How often a route has come to an end. */
final class RouteTurns {
    private RouteTurns() {}

    static long of(Bridge bridge, String route) {
        try {
            return bridge.bean(CamelContext.class)
                    .getCamelContextExtension()
                    .getContextPlugin(ManagedCamelContext.class)
                    .getManagedRoute(route)
                    .getExchangesCompleted();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
