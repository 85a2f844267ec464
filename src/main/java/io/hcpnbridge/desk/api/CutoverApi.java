package io.hcpnbridge.desk.api;

import io.hcpnbridge.desk.act.CutoverSteps;
import io.hcpnbridge.desk.act.Person;
import io.hcpnbridge.desk.read.CutoverQuery;
import io.hcpnbridge.desk.read.CutoverState;
import io.hcpnbridge.desk.read.FoundDifference;
import io.hcpnbridge.desk.read.Places;
import io.hcpnbridge.ledger.CutoverLedger;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** How far the tenants are on their way from the old endpoints to the new ones. */
@RestController
@ConditionalOnWebApplication
@Tag(name = "cutovers")
class CutoverApi {
    private static final int ALL = 100;

    private final CutoverQuery query;
    private final CutoverLedger ledger;
    private final CutoverSteps steps;
    private final Places places;

    CutoverApi(CutoverQuery query, CutoverLedger ledger, CutoverSteps steps, Places places) {
        this.query = query;
        this.ledger = ledger;
        this.steps = steps;
        this.places = places;
    }

    @GetMapping("/api/v1/cutovers")
    @Operation(summary = "How far each tenant is on its way from the old endpoints to the new ones")
    List<CutoverState> states() {
        return query.states();
    }

    @GetMapping("/api/v1/cutovers/differences")
    @Operation(summary = "What old and new endpoints tell differently and nobody has explained, the last first")
    List<FoundDifference> differences(Person person) {
        return query.latest(person.maySeePersons());
    }

    @GetMapping("/api/v1/cutovers/explained")
    @Operation(summary = "Differences that somebody has explained")
    List<CutoverLedger.Explained> explained() {
        return ledger.explained();
    }

    /**
     * Shares of 100.
     *
     * @param shadow reads for which both are asked
     * @param reads that go to the new endpoints
     * @param writes likewise; not before all reads do
     */
    record NewShares(String tenant, int shadow, int reads, int writes, String reason) {
        NewShares {
            requireShare("shadow", shadow);
            requireShare("reads", reads);
            requireShare("writes", writes);
            Permission.require(
                    writes == 0 || reads == ALL,
                    "writes must be 0 until reads is 100: reads go first, never both at once");
            reason = Reason.checked(reason);
        }

        private static void requireShare(String name, int share) {
            Permission.require(share >= 0 && share <= ALL, name + " must be 0 to 100");
        }
    }

    /** Whoever may act may compare, and go back; further to the new endpoints only those may let a tenant go who may decide about writes. */
    @PostMapping("/api/v1/cutovers")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "These shares of a tenant's documents go to the new endpoints, or are asked of both")
    void set(@RequestBody NewShares shares, Person person) {
        Permission.require(person, Person::mayAct);
        requireTenant(shares.tenant());
        Permission.require(
                steps.set(person, shares.tenant(), shares.shadow(), shares.reads(), shares.writes(), shares.reason()));
    }

    /** Of this tenant. */
    record EndedCutover(String tenant, String reason) {
        EndedCutover {
            reason = Reason.checked(reason);
        }
    }

    @PostMapping("/api/v1/cutovers/end")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "A tenant's documents go as it is configured")
    void end(@RequestBody EndedCutover ended, Person person) {
        Permission.require(person, Person::mayDecide);
        requireTenant(ended.tenant());
        Permission.requireDone(steps.end(person, ended.tenant(), ended.reason()));
    }

    /**
     * @param kind of row
     * @param field column; {@code *}: that only one of them tells the row
     */
    record Explanation(String tenant, String interfaceName, String kind, String field, String reason) {
        private static final int LONGEST = 100;

        Explanation {
            requireName("kind", kind);
            requireName("field", field);
            reason = Reason.checked(reason);
        }

        private static void requireName(String what, String name) {
            Permission.require(name != null && !name.isBlank() && name.length() <= LONGEST, what + " must be given");
        }
    }

    @PostMapping("/api/v1/cutovers/explained")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "A difference is known from now on, and takes nobody back any more")
    void explain(@RequestBody Explanation known, Person person) {
        require(known, person);
        steps.explain(person, known.tenant(), known.interfaceName(), known.kind(), known.field(), known.reason());
    }

    @PostMapping("/api/v1/cutovers/explained/end")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "A difference counts as unexplained again")
    void forget(@RequestBody Explanation known, Person person) {
        require(known, person);
        Permission.requireDone(steps.forget(
                person, known.tenant(), known.interfaceName(), known.kind(), known.field(), known.reason()));
    }

    private void require(Explanation known, Person person) {
        Permission.require(person, Person::mayDecide);
        requireTenant(known.tenant());
        Permission.require(
                known.interfaceName() != null && places.interfaces().contains(known.interfaceName()),
                "interfaceName must be one that there is");
    }

    private void requireTenant(String tenant) {
        Permission.require(tenant != null && places.tenants().contains(tenant), "tenant must be one that there is");
    }
}
