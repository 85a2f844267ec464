package io.hcpnbridge.request;

import com.fasterxml.jackson.databind.JsonNode;
import io.hcpnbridge.mapping.InterfaceMapping;
import io.hcpnbridge.partner.Caller;
import io.hcpnbridge.partner.Effect;
import io.hcpnbridge.partner.PartnerRequest;
import java.util.Locale;

/** The call that a request mapping gives, with what the interface says of all its calls. */
public final class MappedRequest {
    private MappedRequest() {}

    /** @throws IllegalArgumentException if it is no request */
    public static PartnerRequest of(InterfaceMapping mapping, JsonNode mapped) {
        return PartnerRequest.from(
                mapped,
                Effect.valueOf(mapping.settings().effect().toUpperCase(Locale.ROOT)),
                Caller.valueOf(mapping.settings().caller().toUpperCase(Locale.ROOT)));
    }
}
