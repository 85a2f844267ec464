package io.hcpnbridge.desk;

import io.hcpnbridge.desk.act.Audit;
import io.hcpnbridge.desk.read.BindingQuery;
import io.hcpnbridge.desk.read.DocumentKey;
import io.hcpnbridge.desk.read.FindQuery;
import io.hcpnbridge.desk.read.OpenQuery;
import io.hcpnbridge.desk.read.Places;
import io.hcpnbridge.desk.read.ProposalQuery;
import io.hcpnbridge.desk.read.Story;
import io.hcpnbridge.desk.read.StoryQuery;
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

/** Where is this document, and what happened to it? Its address stays what it is: people send it to each other. */
@Controller
@ConditionalOnWebApplication
class RecordPages {
    private final FindQuery find;
    private final BindingQuery bindings;
    private final OpenQuery open;
    private final StoryQuery stories;
    private final ProposalQuery proposals;
    private final Places places;
    private final Audit audit;

    RecordPages(
            FindQuery find,
            BindingQuery bindings,
            OpenQuery open,
            StoryQuery stories,
            ProposalQuery proposals,
            Places places,
            Audit audit) {
        this.find = find;
        this.bindings = bindings;
        this.open = open;
        this.stories = stories;
        this.proposals = proposals;
        this.places = places;
        this.audit = audit;
    }

    @GetMapping("/desk/open")
    ModelAndView open(Look look) {
        return look.page("open", Map.of("documents", open.all()));
    }

    /** The only document that is found is shown at once; where there is none, so is the only batch; but what was bound is shown beside them. */
    @GetMapping("/desk/records")
    ModelAndView find(@RequestParam(defaultValue = "") String q, Look look) {
        var hits = find.by(q, places.tenants(), places.interfaces());
        var bound = look.maySeeSignOn() ? bindings.by(q, places.tenants()) : List.of();
        if (hits.size() == 1 && bound.isEmpty()) {
            return new ModelAndView("redirect:" + hits.get(0).key().path());
        }
        var batches = find.batches(q);
        return hits.isEmpty() && bound.isEmpty() && batches.size() == 1
                ? new ModelAndView("redirect:" + batches.get(0).path())
                : look.page("find", Map.of("text", q.strip(), "hits", hits, "batches", batches, "bindings", bound));
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
        return look.page(
                "record",
                Map.of(
                        "story", story,
                        "deeds", audit.about(key),
                        "proposal", proposals.last(key),
                        "retryable", retryable(story)));
    }

    /** Whether it can be tried again though it has ended. */
    private boolean retryable(Story story) {
        return story.hasFailed() && places.onlyReads(story.key().interfaceName());
    }
}
