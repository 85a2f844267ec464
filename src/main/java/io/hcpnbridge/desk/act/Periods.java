package io.hcpnbridge.desk.act;

import io.hcpnbridge.ledger.PullLedger;
import io.hcpnbridge.pull.Pulls;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Periods that schedules are to pull. */
@Service
public class Periods {
    private final PullLedger ledger;
    private final Pulls pulls;
    private final Audit audit;

    Periods(PullLedger ledger, Pulls pulls, Audit audit) {
        this.ledger = ledger;
        this.pulls = pulls;
        this.audit = audit;
    }

    /** Once more, and soon; false if the pull is switched off, or the period is not pulled yet, or being pulled. */
    @Transactional
    public boolean pullAgain(Person person, String pull, String tenant, String period, String reason) {
        var before = pulls.isEnabled(pull) ? ledger.planAgain(pull, tenant, period) : Optional.<String>empty();
        before.ifPresent(state -> audit.write(Deed.of("pull-again", tenant, null, null)
                .from(pull + " " + period + ": " + state)
                .to("PLANNED")
                .done(person, reason)));
        return before.isPresent();
    }
}
