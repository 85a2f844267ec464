package io.hcpnbridge.work;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.hcpnbridge.json.ExactJson;
import io.hcpnbridge.ledger.ClaimedRecord;
import io.hcpnbridge.partner.settings.PartnerSettings;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** What a mapping sees: the record, its cursor, and the tenant without its keys. */
@Component
class MappingInput {
    private final PartnerSettings partner;

    MappingInput(PartnerSettings partner) {
        this.partner = partner;
    }

    ObjectNode of(ClaimedRecord record) {
        var input = ExactJson.mapper().createObjectNode();
        input.set("record", record.content());
        input.set("cursor", record.cursor());
        var tenant = partner.tenants().get(record.tenant());
        input.putObject("tenant")
                .put("name", record.tenant())
                .put("domainId", tenant.domainId())
                .put("platformId", tenant.platformId());
        input.put("site", partner.site().name().toLowerCase(Locale.ROOT));
        input.putObject("settings")
                .put("resourceQueryCaller", partner.resourceQueryCaller().name().toLowerCase(Locale.ROOT))
                .put("language", tenant.language());
        return input;
    }
}
