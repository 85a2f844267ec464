package io.hcpnbridge.housekeeping;

import java.util.List;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangePropertyKey;
import org.apache.camel.NamedNode;
import org.apache.camel.Route;
import org.apache.camel.model.RouteDefinition;
import org.apache.camel.spi.RoutePolicy;
import org.apache.camel.spi.RoutePolicyFactory;
import org.apache.camel.support.RoutePolicySupport;
import org.springframework.stereotype.Component;

/** Lets every route that begins by itself tell of its turns. */
@Component
class TurnPolicy extends RoutePolicySupport implements RoutePolicyFactory {
    private static final List<String> BEGIN_BY_THEMSELVES = List.of("timer:", "pulse:", "quartz:");

    private final Housekeeping housekeeping;

    TurnPolicy(Housekeeping housekeeping) {
        this.housekeeping = housekeeping;
    }

    @Override
    public RoutePolicy createRoutePolicy(CamelContext context, String routeId, NamedNode definition) {
        var uri = ((RouteDefinition) definition).getInput().getEndpointUri();
        return BEGIN_BY_THEMSELVES.stream().anyMatch(uri::startsWith) ? this : null;
    }

    @Override
    public void onStart(Route route) {
        housekeeping.started(route.getRouteId());
    }

    @Override
    public void onResume(Route route) {
        housekeeping.started(route.getRouteId());
    }

    @Override
    public void onExchangeBegin(Route route, Exchange exchange) {
        housekeeping.begun(route.getRouteId());
    }

    @Override
    public void onExchangeDone(Route route, Exchange exchange) {
        var failure = exchange.getException();
        if (failure == null && exchange.getExchangeExtension().isFailureHandled()) {
            failure = exchange.getProperty(ExchangePropertyKey.EXCEPTION_CAUGHT, Exception.class);
        }
        housekeeping.ended(route.getRouteId(), failure);
    }
}
