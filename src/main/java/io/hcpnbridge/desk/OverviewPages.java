package io.hcpnbridge.desk;

import io.hcpnbridge.desk.read.HourQuery;
import io.hcpnbridge.desk.read.OverviewQuery;
import io.hcpnbridge.desk.read.Wellbeing;
import io.hcpnbridge.ledger.WorkPauseLedger;
import java.util.Map;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/** Is all well? */
@Controller
@ConditionalOnWebApplication
class OverviewPages {
    private final OverviewQuery overview;
    private final HourQuery hours;
    private final WorkPauseLedger pauses;
    private final Wellbeing wellbeing;

    OverviewPages(OverviewQuery overview, HourQuery hours, WorkPauseLedger pauses, Wellbeing wellbeing) {
        this.overview = overview;
        this.hours = hours;
        this.pauses = pauses;
        this.wellbeing = wellbeing;
    }

    @GetMapping("/desk")
    ModelAndView overview(Look look) {
        return state("overview", look).addObject("charts", hours.charts());
    }

    /** The part of the overview that is asked for again and again. */
    @GetMapping("/desk/state")
    ModelAndView state(Look look) {
        return state("state", look);
    }

    /** Its pictures of the last day. */
    @GetMapping("/desk/day")
    ModelAndView day(Look look) {
        return look.page("day", Map.of("charts", hours.charts()));
    }

    private ModelAndView state(String view, Look look) {
        var state = overview.look();
        var inForce = pauses.inForce();
        return look.page(
                view, Map.of("overview", state, "pauses", inForce, "troubles", wellbeing.of(state, inForce.size())));
    }
}
