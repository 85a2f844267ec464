package io.hcpnbridge.cutover;

import com.fasterxml.jackson.databind.JsonNode;
import io.hcpnbridge.mapping.InterfaceMapping;
import io.hcpnbridge.partner.settings.PartnerSettings;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** The two sides that the route's choice weighs: what the content needs and what the configuration wants. */
@Component
public class GenerationChoice {
    private final PartnerSettings partner;

    GenerationChoice(PartnerSettings partner) {
        this.partner = partner;
    }

    /** What only one generation can do for this record, by the interface's {@code generation.jslt}. */
    public GenerationNeeds needed(InterfaceMapping mapping, JsonNode input) {
        return GenerationNeeds.of(mapping, input);
    }

    /** {@code auto}, {@code old} or {@code new}: the tenant's setting, or else the global one. */
    public String wished(String tenant) {
        return partner.tenants().get(tenant).ordersGeneration().name().toLowerCase(Locale.ROOT);
    }
}
