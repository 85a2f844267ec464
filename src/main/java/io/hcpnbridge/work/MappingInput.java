package io.hcpnbridge.work;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.hcpnbridge.ledger.ClaimedRecord;
import io.hcpnbridge.partner.Judgement;
import io.hcpnbridge.partner.settings.PartnerSettings;
import io.hcpnbridge.request.Sight;
import java.time.Clock;
import org.springframework.stereotype.Component;

/** What a mapping sees of claimed records. */
@Component
class MappingInput {
    private final Sight sight;

    MappingInput(PartnerSettings partner) {
        this.sight = new Sight(partner, Clock.systemUTC());
    }

    ObjectNode of(Work work) {
        var record = work.record();
        var records = work.records().stream().map(ClaimedRecord::content).toList();
        return sight.of(work.mapping(), record.tenant(), records, record.cursor());
    }

    /** The same with the answer to the call. */
    ObjectNode of(Work work, Judgement judgement, JsonNode response) {
        return Sight.after(of(work), judgement, response);
    }
}
