package io.hcpnbridge.cutover;

import com.fasterxml.jackson.databind.JsonNode;
import io.hcpnbridge.ledger.Cutover;
import io.hcpnbridge.mapping.InterfaceMapping;
import io.hcpnbridge.partner.settings.OrdersGeneration;
import io.hcpnbridge.partner.settings.PartnerSettings;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** The two sides that the route's choice weighs: what the content needs, and what the configuration and people at the desk want. */
@Component
public class GenerationChoice {
    private final PartnerSettings partner;
    private final Cutovers cutovers;

    GenerationChoice(PartnerSettings partner, Cutovers cutovers) {
        this.partner = partner;
        this.cutovers = cutovers;
    }

    /** What only one generation can do for this record, by the interface's {@code generation.jslt}. */
    public GenerationNeeds needed(InterfaceMapping mapping, JsonNode input) {
        return GenerationNeeds.of(mapping, input);
    }

    /**
     * {@code auto}, {@code old} or {@code new}: the tenant's setting, or else the global one. While the tenant is on its way to the new
     * endpoints: {@code auto} for a document whose turn has come even if {@code old} is configured, and {@code rather-old} for one whose
     * turn has not come even if {@code old} is not configured.
     */
    public String wished(InterfaceMapping mapping, String tenant, String document) {
        var configured = partner.tenants().get(tenant).ordersGeneration();
        return cutovers.of(tenant)
                .map(cutover -> wished(configured, share(mapping, cutover).has(tenant, mapping.name(), document)))
                .orElseGet(() -> configured.name().toLowerCase(Locale.ROOT));
    }

    /** Whether the other generation is to be asked for the document as well, which either can answer. */
    public boolean isShadowed(InterfaceMapping mapping, String tenant, String document) {
        return reads(mapping)
                && cutovers.of(tenant)
                        .filter(cutover -> new Share(cutover.shadow(), "shadow").has(tenant, mapping.name(), document))
                        .isPresent();
    }

    private static String wished(OrdersGeneration configured, boolean turnHasCome) {
        if (configured == OrdersGeneration.OLD) {
            return turnHasCome ? "auto" : "old";
        }
        return turnHasCome ? configured.name().toLowerCase(Locale.ROOT) : "rather-old";
    }

    private static Share share(InterfaceMapping mapping, Cutover cutover) {
        return reads(mapping) ? new Share(cutover.reads(), "reads") : new Share(cutover.writes(), "writes");
    }

    private static boolean reads(InterfaceMapping mapping) {
        return mapping.settings().effect().equals("read");
    }
}
