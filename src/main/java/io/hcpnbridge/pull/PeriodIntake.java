package io.hcpnbridge.pull;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.hcpnbridge.intake.RecordsIntake;
import io.hcpnbridge.ledger.PullLedger;
import io.hcpnbridge.ledger.PulledPeriod;
import io.hcpnbridge.mapping.MappingCatalog;
import io.hcpnbridge.mapping.problem.MappingException;
import io.hcpnbridge.text.Words;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Makes owed periods into batches, one by one. */
@Component
class PeriodIntake {
    private static final Logger LOG = LoggerFactory.getLogger(PeriodIntake.class);

    private final PullLedger ledger;
    private final RecordsIntake intake;
    private final MappingCatalog mappings;
    private final PullInput input;

    PeriodIntake(PullLedger ledger, RecordsIntake intake, MappingCatalog mappings, PullInput input) {
        this.ledger = ledger;
        this.intake = intake;
        this.mappings = mappings;
        this.input = input;
    }

    /** Takes the next owed period in, both or neither: its batch and that it is taken. False if there is none to take now. */
    @Transactional
    public boolean takeNext(Pull pull, String tenant, Instant now) {
        var owed = ledger.lockOwed(pull.name(), tenant, pull.unit().name(), pull.earliest(), now);
        owed.ifPresent(period -> take(pull, period, now));
        return owed.isPresent();
    }

    private void take(Pull pull, PulledPeriod period, Instant now) {
        var taken = batch(pull, period, now);
        ledger.took(period, taken.batch(), taken.accepted());
        if (taken.accepted()) {
            LOG.info("{}: {} of tenant {} is batch {}", pull.name(), period.period(), period.tenant(), taken.batch());
        } else {
            LOG.warn(
                    "{}: {} of tenant {} was not pulled, its records break a rule (batch {}); tried again with another mapping",
                    pull.name(),
                    period.period(),
                    period.tenant(),
                    taken.batch());
        }
    }

    private RecordsIntake.Taken batch(Pull pull, PulledPeriod period, Instant now) {
        var header = PullInput.header(pull, period, now);
        var again = period.attempt() == 1 ? "" : "-" + period.attempt();
        var identity = "pull\n" + pull.name() + "\n" + period.tenant() + "\n" + period.period() + again;
        var fileName = pull.name() + "-" + period.tenant() + "-" + period.period() + again;
        try {
            JsonNode records = mappings.current(pull.interfaceName())
                    .pull(input.of(pull, period, now))
                    .deepCopy();
            // A further try asks for documents that are not answered yet.
            records.forEach(record -> {
                if (!again.isEmpty() && record instanceof ObjectNode object) {
                    object.put("document", record.path("document").asText() + again);
                }
            });
            return intake.takeIn(pull.interfaceName(), fileName, identity, header, records);
        } catch (MappingException e) {
            return intake.refuse(pull.interfaceName(), fileName, identity, header, Words.same(e.getMessage()));
        }
    }
}
