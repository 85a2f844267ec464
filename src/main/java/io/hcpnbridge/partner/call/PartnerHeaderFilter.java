package io.hcpnbridge.partner.call;

import java.util.Locale;
import java.util.Set;
import org.apache.camel.Exchange;
import org.apache.camel.spi.HeaderFilterStrategy;
import org.springframework.stereotype.Component;

/** Message headers never become HTTP headers (those come from the signature); of the answer's headers only four come in. */
@Component("partnerHeaderFilter")
class PartnerHeaderFilter implements HeaderFilterStrategy {
    private static final Set<String> IN = Set.of("content-type", "date", "x-request-id", "retry-after");

    @Override
    public boolean applyFilterToCamelHeaders(String headerName, Object headerValue, Exchange exchange) {
        return true;
    }

    @Override
    public boolean applyFilterToExternalHeaders(String headerName, Object headerValue, Exchange exchange) {
        return !IN.contains(headerName.toLowerCase(Locale.ROOT));
    }
}
