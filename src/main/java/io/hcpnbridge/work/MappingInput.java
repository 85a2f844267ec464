package io.hcpnbridge.work;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.hcpnbridge.json.ExactJson;
import io.hcpnbridge.ledger.ClaimedRecord;
import io.hcpnbridge.partner.Judgement;
import io.hcpnbridge.partner.settings.PartnerSettings;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** What a mapping sees: the record, its cursor, the time, and the tenant without its keys. */
@Component
class MappingInput {
    private final PartnerSettings partner;
    private final Clock clock = Clock.systemUTC();

    MappingInput(PartnerSettings partner) {
        this.partner = partner;
    }

    ObjectNode of(Work work) {
        var record = work.record();
        var input = ExactJson.mapper().createObjectNode();
        input.set("record", record.content());
        if (work.mapping().settings().together() != null) {
            work.records().stream().map(ClaimedRecord::content).forEach(input.putArray("records")::add);
        }
        input.set("cursor", record.cursor());
        input.put("now", clock.instant().truncatedTo(ChronoUnit.SECONDS).toString());
        var tenant = partner.tenants().get(record.tenant());
        input.putObject("tenant")
                .put("name", record.tenant())
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

    /** The same with the answer to the call. */
    ObjectNode of(Work work, Judgement judgement, JsonNode response) {
        var input = of(work);
        input.set("response", response);
        input.putObject("judgement")
                .put("verdict", judgement.verdict().text())
                .put("code", judgement.code())
                .put("text", judgement.text());
        return input;
    }
}
