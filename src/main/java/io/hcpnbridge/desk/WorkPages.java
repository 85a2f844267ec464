package io.hcpnbridge.desk;

import io.hcpnbridge.desk.act.Audit;
import io.hcpnbridge.desk.read.CutoverQuery;
import io.hcpnbridge.desk.read.PeriodQuery;
import io.hcpnbridge.desk.read.Places;
import io.hcpnbridge.ledger.CutoverLedger;
import io.hcpnbridge.ledger.WorkPauseLedger;
import java.util.Map;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/** What waits because somebody wanted it so, how far tenants are on their way to the new endpoints, what schedules have pulled, and what people have done. */
@Controller
@ConditionalOnWebApplication
class WorkPages {
    private final WorkPauseLedger pauses;
    private final PeriodQuery periods;
    private final Places places;
    private final CutoverQuery cutovers;
    private final CutoverLedger explanations;
    private final Audit audit;

    WorkPages(
            WorkPauseLedger pauses,
            PeriodQuery periods,
            Places places,
            CutoverQuery cutovers,
            CutoverLedger explanations,
            Audit audit) {
        this.cutovers = cutovers;
        this.explanations = explanations;
        this.pauses = pauses;
        this.periods = periods;
        this.places = places;
        this.audit = audit;
    }

    @GetMapping("/desk/pauses")
    ModelAndView pauses(Look look) {
        return look.page(
                "pauses",
                Map.of("pauses", pauses.inForce(), "tenants", places.tenants(), "interfaces", places.interfaces()));
    }

    @GetMapping("/desk/cutovers")
    ModelAndView cutovers(Look look) {
        return look.page(
                "cutovers",
                Map.of(
                        "states", cutovers.states(),
                        "differences", cutovers.latest(look.maySeePersons()),
                        "explained", explanations.explained()));
    }

    @GetMapping("/desk/pulls")
    ModelAndView pulls(Look look) {
        return look.page("pulls", Map.of("periods", periods.latest()));
    }

    @GetMapping("/desk/audit")
    ModelAndView audit(Look look) {
        return look.page("audit", Map.of("deeds", audit.latest()));
    }
}
