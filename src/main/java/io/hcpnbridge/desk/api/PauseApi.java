package io.hcpnbridge.desk.api;

import io.hcpnbridge.desk.act.Pauses;
import io.hcpnbridge.desk.act.Person;
import io.hcpnbridge.desk.read.Places;
import io.hcpnbridge.ledger.WorkPause;
import io.hcpnbridge.ledger.WorkPauseLedger;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What people have paused. */
@RestController
@ConditionalOnWebApplication
@Tag(name = "pauses")
class PauseApi {
    private static final Duration LONGEST = Duration.ofDays(31);

    private final WorkPauseLedger ledger;
    private final Pauses pauses;
    private final Places places;

    PauseApi(WorkPauseLedger ledger, Pauses pauses, Places places) {
        this.ledger = ledger;
        this.pauses = pauses;
        this.places = places;
    }

    @GetMapping("/api/v1/pauses")
    @Operation(summary = "The pauses that hold now, the oldest first")
    List<WorkPause> inForce() {
        return ledger.inForce();
    }

    /**
     * @param tenant empty or absent: every; so the interface
     * @param minutes after which it ends by itself; 0: when somebody ends it
     */
    record NewPause(String tenant, String interfaceName, long minutes, String reason) {
        NewPause {
            tenant = tenant == null ? "" : tenant;
            interfaceName = interfaceName == null ? "" : interfaceName;
            Permission.require(
                    minutes >= 0 && minutes <= LONGEST.toMinutes(), "minutes must be 0 to " + LONGEST.toMinutes());
            reason = Reason.checked(reason);
        }

        Instant until() {
            return minutes == 0 ? null : Instant.now().plus(Duration.ofMinutes(minutes));
        }
    }

    @PostMapping("/api/v1/pauses")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Nothing of a tenant, an interface or all is sent until that is ended")
    void set(@RequestBody NewPause pause, Person person) {
        Permission.require(person, Person::mayAct);
        Permission.require(
                pause.tenant().isEmpty() || places.tenants().contains(pause.tenant()),
                "tenant must be one that there is");
        Permission.require(
                pause.interfaceName().isEmpty() || places.interfaces().contains(pause.interfaceName()),
                "interfaceName must be one that there is");
        pauses.set(person, orEvery(pause.tenant()), orEvery(pause.interfaceName()), pause.until(), pause.reason());
    }

    /** Of exactly these. */
    record EndedPause(String tenant, String interfaceName, String reason) {
        EndedPause {
            reason = Reason.checked(reason);
        }
    }

    @PostMapping("/api/v1/pauses/end")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "The pause of exactly these is over")
    void end(@RequestBody EndedPause pause, Person person) {
        Permission.require(person, Person::mayAct);
        Permission.requireDone(
                pauses.end(person, orEvery(pause.tenant()), orEvery(pause.interfaceName()), pause.reason()));
    }

    private static String orEvery(String name) {
        return name == null || name.isEmpty() ? null : name;
    }
}
