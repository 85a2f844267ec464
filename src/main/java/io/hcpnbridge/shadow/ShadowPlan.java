package io.hcpnbridge.shadow;

import io.hcpnbridge.cutover.GenerationChoice;
import io.hcpnbridge.ledger.ClaimedRecord;
import io.hcpnbridge.ledger.RecordState;
import io.hcpnbridge.ledger.SettledRecordListener;
import io.hcpnbridge.ledger.ShadowLedger;
import io.hcpnbridge.mapping.InterfaceMapping;
import io.hcpnbridge.partner.settings.PartnerSettings;
import io.hcpnbridge.request.Sight;
import io.hcpnbridge.version.MappingVersions;
import java.time.Clock;
import java.util.List;
import org.springframework.stereotype.Component;

/** Plans that the other generation is asked as well, when one has answered a read that either can answer. */
@Component
class ShadowPlan implements SettledRecordListener {
    private final GenerationChoice generations;
    private final MappingVersions mappings;
    private final ShadowLedger ledger;
    private final Sight sight;

    ShadowPlan(GenerationChoice generations, MappingVersions mappings, ShadowLedger ledger, PartnerSettings partner) {
        this.generations = generations;
        this.mappings = mappings;
        this.ledger = ledger;
        this.sight = new Sight(partner, Clock.systemUTC());
    }

    /** In the same transaction: what was answered is compared, over restarts. */
    @Override
    public void settled(ClaimedRecord record, RecordState state) {
        var answered = state == RecordState.OK || state == RecordState.REFUSED;
        if (!answered || record.generation() == null) {
            return;
        }
        var mapping = mappings.of(record.interfaceName(), record.mappingVersion());
        if (generations.isShadowed(mapping, record.tenant(), record.document()) && eitherCan(mapping, record)) {
            ledger.plan(record);
        }
    }

    private boolean eitherCan(InterfaceMapping mapping, ClaimedRecord record) {
        var input = sight.of(mapping, record.tenant(), List.of(record.content()), null);
        return generations.needed(mapping, input).verdict().equals("either");
    }
}
