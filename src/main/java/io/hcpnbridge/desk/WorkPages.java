package io.hcpnbridge.desk;

import io.hcpnbridge.desk.act.Audit;
import io.hcpnbridge.desk.read.PeriodQuery;
import io.hcpnbridge.desk.read.Places;
import io.hcpnbridge.ledger.WorkPauseLedger;
import java.util.Map;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/** What waits because somebody wanted it so, what schedules have pulled, and what people have done. */
@Controller
@ConditionalOnWebApplication
class WorkPages {
    private final WorkPauseLedger pauses;
    private final PeriodQuery periods;
    private final Places places;
    private final Audit audit;

    WorkPages(WorkPauseLedger pauses, PeriodQuery periods, Places places, Audit audit) {
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

    @GetMapping("/desk/pulls")
    ModelAndView pulls(Look look) {
        return look.page("pulls", Map.of("periods", periods.latest()));
    }

    @GetMapping("/desk/audit")
    ModelAndView audit(Look look) {
        return look.page("audit", Map.of("deeds", audit.latest()));
    }
}
