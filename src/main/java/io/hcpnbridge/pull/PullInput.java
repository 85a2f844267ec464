package io.hcpnbridge.pull;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.hcpnbridge.json.ExactJson;
import io.hcpnbridge.ledger.PulledPeriod;
import io.hcpnbridge.partner.settings.PartnerSettings;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** What {@code pull.jslt} sees, and the header of the batch. */
@Component
class PullInput {
    private static final DateTimeFormatter UTC =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

    private final PartnerSettings partner;

    PullInput(PartnerSettings partner) {
        this.partner = partner;
    }

    ObjectNode of(Pull pull, PulledPeriod period, Instant now) {
        var input = ExactJson.mapper().createObjectNode().put("pull", pull.shortName());
        input.putObject("period")
                .put("name", period.period())
                .put("from", UTC.format(period.beginsAt()))
                .put("to", UTC.format(period.endsAt()));
        var tenant = partner.tenants().get(period.tenant());
        input.putObject("tenant")
                .put("name", period.tenant())
                .put("domainId", tenant.domainId())
                .put("platformId", tenant.platformId())
                .put("role", tenant.role() == null ? null : tenant.role().text());
        input.put("site", partner.site().text());
        var values = input.putObject("values");
        pull.values().forEach(values::put);
        return input.put("now", UTC.format(now));
    }

    static ObjectNode header(Pull pull, PulledPeriod period, Instant now) {
        return ExactJson.mapper()
                .createObjectNode()
                .put("interface", pull.interfaceName())
                .put("batchNumber", pull.shortName() + "-" + period.period())
                .put("createdAt", UTC.format(now))
                .put("tenant", period.tenant());
    }
}
