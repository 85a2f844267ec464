package io.hcpnbridge.tryout;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.hcpnbridge.cutover.Choice;
import io.hcpnbridge.cutover.GenerationNeeds;
import io.hcpnbridge.mapping.Generation;
import io.hcpnbridge.mapping.InterfaceMapping;
import io.hcpnbridge.mapping.MappedText;
import io.hcpnbridge.mapping.problem.MappingException;
import io.hcpnbridge.partner.PartnerRequest;
import io.hcpnbridge.partner.settings.PartnerSettings;
import io.hcpnbridge.request.MappedRequest;
import io.hcpnbridge.request.Sight;
import java.time.Clock;
import java.util.List;
import java.util.Locale;

/** The first call for documents, as the adapter would make it: what comes after depends on the partner's answers. */
final class FirstCall {
    private final InterfaceMapping mapping;
    private final String tenant;
    private final PartnerSettings partner;
    private final Sight sight;

    FirstCall(InterfaceMapping mapping, String tenant, PartnerSettings partner, Clock clock) {
        this.mapping = mapping;
        this.tenant = tenant;
        this.partner = partner;
        this.sight = new Sight(partner, clock);
    }

    /**
     * What would happen first.
     *
     * @param choice of the generation; null if there is one only
     * @param request without what tells of a person; null if none is made
     * @param refusal why none is made; null if one is, or if the interface makes none
     * @param failed whether that is the mapping's fault, not the document's
     */
    record Told(Choice choice, PartnerRequest request, String refusal, boolean failed) {}

    Told of(List<ObjectNode> records) {
        var input = sight.of(mapping, tenant, records, null);
        Choice choice = null;
        try {
            if (mapping.hasGenerations()) {
                choice = Choice.of(GenerationNeeds.of(mapping, input), wished());
                if (choice.generation() == null) {
                    return new Told(choice, null, choice.reason().en(), false);
                }
            }
            return asked(choice, input, records);
        } catch (MappingException e) {
            return new Told(choice, null, e.getMessage(), true);
        } catch (IllegalArgumentException e) {
            return new Told(choice, null, "mappings/" + mapping.name() + ": " + e.getMessage(), true);
        }
    }

    private Told asked(Choice choice, ObjectNode input, List<ObjectNode> records) {
        var generation =
                choice == null ? null : Generation.valueOf(choice.generation().toUpperCase(Locale.ROOT));
        var mapped = mapping.request(generation, input);
        if (mapped.hasNonNull("refusal")) {
            return new Told(choice, null, MappedText.of(mapped.get("refusal")).en(), false);
        }
        if (!mapping.settings().calls()) {
            return new Told(choice, null, null, false);
        }
        MappedRequest.of(mapping, mapped);
        var shown = HiddenRequest.of(
                mapping,
                mapped,
                records,
                others -> mapping.request(generation, sight.of(mapping, tenant, others, null)));
        return new Told(choice, shown, null, false);
    }

    private String wished() {
        return partner.tenants().get(tenant).ordersGeneration().name().toLowerCase(Locale.ROOT);
    }
}
