package io.hcpnbridge.desk;

import io.hcpnbridge.desk.act.Audit;
import io.hcpnbridge.desk.read.DocumentKey;
import io.hcpnbridge.desk.read.FindQuery;
import io.hcpnbridge.desk.read.Hit;
import io.hcpnbridge.desk.read.HourQuery;
import io.hcpnbridge.desk.read.OpenQuery;
import io.hcpnbridge.desk.read.OverviewQuery;
import io.hcpnbridge.desk.read.PeriodQuery;
import io.hcpnbridge.desk.read.Places;
import io.hcpnbridge.desk.read.ProposalQuery;
import io.hcpnbridge.desk.read.Story;
import io.hcpnbridge.desk.read.StoryQuery;
import io.hcpnbridge.desk.read.Wellbeing;
import io.hcpnbridge.ledger.WorkPauseLedger;
import java.util.List;
import java.util.Map;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/** What can be looked at. Every address stays what it is: people send them to each other. */
@Controller
@ConditionalOnWebApplication
class DeskPages {
    private final OverviewQuery overview;
    private final HourQuery hours;
    private final OpenQuery open;
    private final StoryQuery stories;
    private final FindQuery find;
    private final ProposalQuery proposals;
    private final PeriodQuery periods;
    private final Places places;
    private final WorkPauseLedger pauses;
    private final Audit audit;
    private final Wellbeing wellbeing;

    DeskPages(
            OverviewQuery overview,
            HourQuery hours,
            OpenQuery open,
            StoryQuery stories,
            FindQuery find,
            ProposalQuery proposals,
            PeriodQuery periods,
            Places places,
            WorkPauseLedger pauses,
            Audit audit,
            Wellbeing wellbeing) {
        this.overview = overview;
        this.hours = hours;
        this.open = open;
        this.stories = stories;
        this.find = find;
        this.proposals = proposals;
        this.periods = periods;
        this.places = places;
        this.pauses = pauses;
        this.audit = audit;
        this.wellbeing = wellbeing;
    }

    @GetMapping("/desk")
    ModelAndView overview(Look look) {
        return state("overview", look).addObject("charts", hours.charts());
    }

    /** Its pictures of the last day. */
    @GetMapping("/desk/day")
    ModelAndView day(Look look) {
        return page("day", look, Map.of("charts", hours.charts()));
    }

    /** The part of the overview that is asked for again and again. */
    @GetMapping("/desk/state")
    ModelAndView state(Look look) {
        return state("state", look);
    }

    @GetMapping("/desk/open")
    ModelAndView open(Look look) {
        return page("open", look, Map.of("documents", open.all()));
    }

    @GetMapping("/desk/records")
    ModelAndView find(@RequestParam(defaultValue = "") String q, Look look) {
        var text = q.strip();
        List<Hit> hits = find.by(text, places);
        return hits.size() == 1
                ? new ModelAndView("redirect:" + hits.get(0).key().path())
                : page("find", look, Map.of("text", text, "hits", hits));
    }

    @GetMapping("/desk/records/{tenant}/{interfaceName}/{document}")
    ModelAndView record(
            @PathVariable String tenant, @PathVariable String interfaceName, @PathVariable String document, Look look) {
        return record(new DocumentKey(tenant, interfaceName, document), look);
    }

    /** The same for keys that a path cannot have. */
    @GetMapping("/desk/record")
    ModelAndView record(DocumentKey key, Look look) {
        var story = stories.of(key, look.maySeePersons())
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        return page(
                "record",
                look,
                Map.of(
                        "story",
                        story,
                        "deeds",
                        audit.about(key),
                        "proposal",
                        proposals.last(key),
                        "retryable",
                        retryable(story)));
    }

    /** Whether it can be tried again though it has ended. */
    private boolean retryable(Story story) {
        return story.hasFailed() && places.onlyReads(story.key().interfaceName());
    }

    @GetMapping("/desk/pauses")
    ModelAndView pauses(Look look) {
        return page(
                "pauses",
                look,
                Map.of("pauses", pauses.inForce(), "tenants", places.tenants(), "interfaces", places.interfaces()));
    }

    @GetMapping("/desk/pulls")
    ModelAndView pulls(Look look) {
        return page("pulls", look, Map.of("periods", periods.latest()));
    }

    @GetMapping("/desk/audit")
    ModelAndView audit(Look look) {
        return page("audit", look, Map.of("deeds", audit.latest()));
    }

    private ModelAndView state(String view, Look look) {
        var state = overview.look();
        var inForce = pauses.inForce();
        return page(
                view,
                look,
                Map.of("overview", state, "pauses", inForce, "troubles", wellbeing.of(state, inForce.size())));
    }

    private static ModelAndView page(String view, Look look, Map<String, ?> model) {
        return new ModelAndView(view, model).addObject("look", look);
    }
}
