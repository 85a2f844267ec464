package io.hcpnbridge.intake.rules;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.hcpnbridge.json.ExactJson;
import io.hcpnbridge.mapping.Reasons;
import io.hcpnbridge.mapping.Violation;
import io.hcpnbridge.partner.settings.PartnerSettings;
import java.util.List;

/** Whether the partner API offers what a record asks for on this site and to this kind of partner: known before a call is spent. */
final class Availability {
    private final Reasons availability;
    private final PartnerSettings partner;

    Availability(Reasons availability, PartnerSettings partner) {
        this.availability = availability;
        this.partner = partner;
    }

    /** Every rule that stands against it. */
    List<Violation> check(String tenant, ObjectNode record) {
        var asked = ExactJson.mapper().createObjectNode();
        asked.set("record", record);
        asked.put("site", partner.site().text());
        var role = partner.tenant(tenant).map(found -> found.role()).orElse(null);
        asked.putObject("tenant").put("role", role == null ? "unknown" : role.text());
        return availability.against(asked);
    }
}
