package io.hcpnbridge.desk.api;

import io.hcpnbridge.desk.act.Periods;
import io.hcpnbridge.desk.act.Person;
import io.hcpnbridge.desk.read.PeriodQuery;
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

/** What schedules have pulled, and are to pull anew. */
@RestController
@ConditionalOnWebApplication
@Tag(name = "pulls")
class PullApi {
    private final PeriodQuery query;
    private final Periods periods;

    PullApi(PeriodQuery query, Periods periods) {
        this.query = query;
        this.periods = periods;
    }

    @GetMapping("/api/v1/periods")
    @Operation(summary = "The latest periods of all pulls, the latest first")
    List<PeriodQuery.Period> latest() {
        return query.latest();
    }

    /** A period of a pull for a tenant. */
    record Again(String pull, String tenant, String period, String reason) {
        Again {
            reason = Reason.checked(reason);
        }
    }

    @PostMapping("/api/v1/periods/again")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "A period that has ended is pulled once more, as a batch of its own")
    void again(@RequestBody Again again, Person person) {
        Permission.require(person, Person::mayAct);
        Permission.requireDone(periods.pullAgain(person, again.pull(), again.tenant(), again.period(), again.reason()));
    }
}
