package io.hcpnbridge.desk.api;

import io.hcpnbridge.desk.act.Audit;
import io.hcpnbridge.desk.act.Deed;
import io.hcpnbridge.desk.read.HourChart;
import io.hcpnbridge.desk.read.HourQuery;
import io.hcpnbridge.desk.read.Overview;
import io.hcpnbridge.desk.read.OverviewQuery;
import io.hcpnbridge.desk.read.Trouble;
import io.hcpnbridge.desk.read.Wellbeing;
import io.hcpnbridge.ledger.WorkPauseLedger;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Is all well, and what have people done. */
@RestController
@ConditionalOnWebApplication
@Tag(name = "overview")
class OverviewApi {
    private final OverviewQuery overview;
    private final Wellbeing wellbeing;
    private final WorkPauseLedger pauses;
    private final HourQuery hours;
    private final Audit audit;

    OverviewApi(OverviewQuery overview, Wellbeing wellbeing, WorkPauseLedger pauses, HourQuery hours, Audit audit) {
        this.overview = overview;
        this.wellbeing = wellbeing;
        this.pauses = pauses;
        this.hours = hours;
        this.audit = audit;
    }

    /** @param troubles what is not well, the worst first; empty: all is well */
    record State(List<Trouble> troubles, Overview overview) {}

    @GetMapping("/api/v1/overview")
    @Operation(summary = "Whether all is well, and what stands open")
    State overview() {
        var now = overview.look();
        return new State(wellbeing.of(now, pauses.inForce().size()), now);
    }

    @GetMapping("/api/v1/overview/day")
    @Operation(summary = "Calls, throttled calls and documents that ended, by interface, in each of the last 24 hours")
    List<HourChart> day() {
        return hours.charts();
    }

    @GetMapping("/api/v1/deeds")
    @Operation(summary = "What people have done at the desk and by this interface, the last first")
    List<Deed> deeds() {
        return audit.latest();
    }
}
