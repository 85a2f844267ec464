package io.hcpnbridge.work;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.hcpnbridge.ledger.ClaimedRecord;
import io.hcpnbridge.partner.Judgement;
import io.hcpnbridge.partner.settings.PartnerSettings;
import io.hcpnbridge.request.Sight;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
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

    /** What the mappings see that ask about the record's doubtful write: {@code doubt} tells of it, {@code cursor} is the question's. */
    ObjectNode ofQuestion(Work work) {
        var doubt = work.record().doubt();
        var in = of(work);
        in.set("cursor", doubt.cursor());
        in.putObject("doubt")
                .put("since", doubt.since().truncatedTo(ChronoUnit.SECONDS).toString())
                .put("api", doubt.api());
        return in;
    }

    /** The same with the answer to the read. */
    ObjectNode ofVerdict(Work work) {
        return Sight.after(ofQuestion(work), work.judgement(), work.call().answer());
    }

    /** The same with the answer to the call. */
    ObjectNode of(Work work, Judgement judgement, JsonNode response) {
        return Sight.after(of(work), judgement, response);
    }
}
