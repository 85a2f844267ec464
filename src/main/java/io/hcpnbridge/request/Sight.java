package io.hcpnbridge.request;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.hcpnbridge.json.ExactJson;
import io.hcpnbridge.mapping.InterfaceMapping;
import io.hcpnbridge.mapping.MappedText;
import io.hcpnbridge.partner.Judgement;
import io.hcpnbridge.partner.settings.PartnerSettings;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;

/** What a mapping sees: the record, its cursor, the time, and the tenant without its keys. */
public final class Sight {
    private final PartnerSettings partner;
    private final Clock clock;

    public Sight(PartnerSettings partner, Clock clock) {
        this.partner = partner;
        this.clock = clock;
    }

    /**
     * Before a call.
     *
     * @param records the record, or those that share the call
     * @param cursor null at the beginning
     */
    public ObjectNode of(InterfaceMapping mapping, String tenantName, List<ObjectNode> records, JsonNode cursor) {
        var input = ExactJson.mapper().createObjectNode();
        input.set("record", records.get(0));
        if (mapping.settings().together() != null) {
            input.putArray("records").addAll(records);
        }
        input.set("cursor", cursor);
        input.put("now", clock.instant().truncatedTo(ChronoUnit.SECONDS).toString());
        var tenant = partner.tenants().get(tenantName);
        input.putObject("tenant")
                .put("name", tenantName)
                .put("domainId", tenant.domainId())
                .put("platformId", tenant.platformId())
                .put("role", tenant.role() == null ? null : tenant.role().text());
        input.put("site", partner.site().text());
        input.putObject("settings")
                .put("resourceQueryCaller", partner.resourceQueryCaller().name().toLowerCase(Locale.ROOT))
                .put("language", tenant.language())
                .put("billMonths", partner.billMonths());
        return input;
    }

    /** After it: the same, with the answer. */
    public static ObjectNode after(ObjectNode input, Judgement judgement, JsonNode response) {
        input.set("response", response);
        input.putObject("judgement")
                .put("verdict", judgement.verdict().text())
                .put("code", judgement.code())
                .set("text", MappedText.of(judgement.text()));
        return input;
    }
}
