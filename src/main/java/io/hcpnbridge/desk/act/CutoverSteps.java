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

    /** How far the tenant is; empty: all goes as it is configured. */
    public Optional<Cutover> of(String tenant) {
        return ledger.all().stream()
                .filter(cutover -> cutover.tenant().equals(tenant))
                .findFirst();
    }

    /** From now on these shares of 100 go there. */
    @Transactional
    public void set(Person person, String tenant, int shadow, int reads, int writes, String reason) {
        var before = of(tenant).map(Cutover::toString).orElse("as configured");
        ledger.set(tenant, shadow, reads, writes, person.name(), reason);
        audit.write(Deed.of("set-cutover", tenant, null, null)
                .from(before)
                .to(of(tenant).map(Cutover::toString).orElseThrow())
                .done(person, reason));
    }

    /** All goes as configured again; false if it did so already. */
    @Transactional
    public boolean end(Person person, String tenant, String reason) {
        var before = of(tenant).map(Cutover::toString).orElse(null);
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
