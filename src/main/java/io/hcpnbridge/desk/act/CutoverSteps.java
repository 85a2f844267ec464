package io.hcpnbridge.desk.act;

import io.hcpnbridge.ledger.Cutover;
import io.hcpnbridge.ledger.CutoverLedger;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Steps of a tenant on its way from the old endpoints to the new ones, and back. */
@Service
public class CutoverSteps {
    private final CutoverLedger ledger;
    private final Audit audit;

    CutoverSteps(CutoverLedger ledger, Audit audit) {
        this.ledger = ledger;
        this.audit = audit;
    }

    /**
     * From now on these shares of 100 go there. Further to the new endpoints only those let a tenant go who may decide about writes; whether that
     * is further is judged by what nobody, and not the adapter itself, changes meanwhile.
     *
     * @return false, and nothing is done, if the person may not
     */
    @Transactional
    public boolean set(Person person, String tenant, int shadow, int reads, int writes, String reason) {
        var before = ledger.hold(tenant);
        var further =
                before.map(now -> reads > now.reads() || writes > now.writes()).orElse(reads > 0);
        if (further && !person.mayDecide()) {
            return false;
        }
        ledger.set(tenant, shadow, reads, writes, person.name(), reason);
        audit.write(Deed.of("set-cutover", tenant, null, null)
                .from(told(before))
                .to(told(ledger.hold(tenant)))
                .done(person, reason));
        return true;
    }

    private static String told(Optional<Cutover> cutover) {
        return cutover.map(Cutover::toString).orElse("as configured");
    }

    /** All goes as configured again; false if it did so already. */
    @Transactional
    public boolean end(Person person, String tenant, String reason) {
        var before = told(ledger.hold(tenant));
        var done = ledger.end(tenant);
        if (done) {
            audit.write(Deed.of("end-cutover", tenant, null, null)
                    .from(before)
                    .to("as configured")
                    .done(person, reason));
        }
        return done;
    }

    /** Somebody knows why old and new endpoints tell something else there. */
    @Transactional
    public void explain(Person person, String tenant, String interfaceName, String kind, String field, String reason) {
        ledger.explain(new CutoverLedger.Explained(tenant, interfaceName, kind, field, person.name(), reason));
        audit.write(Deed.of("explain-difference", tenant, interfaceName, null)
                .to(kind + "." + field)
                .done(person, reason));
    }

    /** It counts as unexplained again; false if it did so already. */
    @Transactional
    public boolean forget(
            Person person, String tenant, String interfaceName, String kind, String field, String reason) {
        var done = ledger.forget(tenant, interfaceName, kind, field);
        if (done) {
            audit.write(Deed.of("forget-explanation", tenant, interfaceName, null)
                    .from(kind + "." + field)
                    .done(person, reason));
        }
        return done;
    }
}
