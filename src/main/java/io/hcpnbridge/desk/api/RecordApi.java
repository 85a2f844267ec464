package io.hcpnbridge.desk.api;

import com.fasterxml.jackson.databind.JsonNode;
import io.hcpnbridge.desk.act.Audit;
import io.hcpnbridge.desk.act.Decisions;
import io.hcpnbridge.desk.act.Deed;
import io.hcpnbridge.desk.act.Person;
import io.hcpnbridge.desk.read.DocumentKey;
import io.hcpnbridge.desk.read.FindQuery;
import io.hcpnbridge.desk.read.Hit;
import io.hcpnbridge.desk.read.OpenDocument;
import io.hcpnbridge.desk.read.OpenQuery;
import io.hcpnbridge.desk.read.Places;
import io.hcpnbridge.desk.read.Story;
import io.hcpnbridge.desk.read.StoryQuery;
import io.hcpnbridge.exchange.Exchanges;
import io.hcpnbridge.exchange.ShownExchange;
import io.hcpnbridge.exchange.View;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Documents: where they are, what happened to them, and what a person decides about them. A key may have any character: so it is no part of a path. */
@RestController
@ConditionalOnWebApplication
@Tag(name = "documents")
class RecordApi {
    private final FindQuery find;
    private final StoryQuery stories;
    private final OpenQuery open;
    private final Places places;
    private final Exchanges exchanges;
    private final Audit audit;
    private final Decisions decisions;

    RecordApi(
            FindQuery find,
            StoryQuery stories,
            OpenQuery open,
            Places places,
            Exchanges exchanges,
            Audit audit,
            Decisions decisions) {
        this.find = find;
        this.stories = stories;
        this.open = open;
        this.places = places;
        this.exchanges = exchanges;
        this.audit = audit;
        this.decisions = decisions;
    }

    @GetMapping("/api/v1/records")
    @Operation(
            summary = "Finds documents by number, file or message, customer, order, the partner's request id, or code")
    List<Hit> find(@RequestParam String q) {
        return find.by(q, places.tenants(), places.interfaces());
    }

    @GetMapping("/api/v1/records/open")
    @Operation(summary = "Documents in doubt and parked ones, those first that wait for a person")
    List<OpenDocument> open() {
        return open.all();
    }

    @GetMapping("/api/v1/record")
    @Operation(summary = "All that happened to a document; without what tells of a person for viewers")
    Story record(@ParameterObject DocumentKey key, Person person) {
        return stories.of(key, person.maySeePersons()).orElseThrow(Permission::notThere);
    }

    @GetMapping("/api/v1/record/deeds")
    @Operation(summary = "What people did to a document")
    List<Deed> deeds(@ParameterObject DocumentKey key) {
        return audit.about(key);
    }

    @GetMapping("/api/v1/record/calls/{call}")
    @Operation(summary = "What was sent and received with one call about a document; masked for viewers")
    ShownExchange call(@ParameterObject DocumentKey key, @PathVariable long call, Person person) {
        if (!stories.hasCall(key, call)) {
            throw Permission.notThere();
        }
        return exchanges
                .of(call, person.maySeePersons() ? View.FULL : View.MASKED)
                .orElseThrow(Permission::notThere);
    }

    /**
     * @param answer what the partner would have answered if the write was placed; null if that is not known
     */
    record DoubtDecision(Decisions.Verdict verdict, JsonNode answer, String reason) {
        DoubtDecision {
            Permission.require(verdict != null, "verdict must be PLACED, NOT_PLACED or REFUSED");
            answer = answer == null || answer.isNull() ? null : answer;
            Permission.require(
                    answer == null
                            || verdict == Decisions.Verdict.PLACED
                                    && answer.isObject()
                                    && answer.toString().length() <= Reason.LONGEST,
                    "answer must be a JSON object of at most 2,000 characters, and only of what was PLACED");
            reason = Reason.checked(reason);
        }

        String answerText() {
            return answer == null ? null : answer.toString();
        }
    }

    @PostMapping("/api/v1/record/doubt")
    @Operation(summary = "An administrator says what became of a write in doubt; 202: another one has to say the same")
    ResponseEntity<Void> decideDoubt(
            @ParameterObject DocumentKey key, @RequestBody DoubtDecision decision, Person person) {
        Permission.require(person, Person::mayDecide);
        var outcome = decisions.decideDoubt(person, key, decision.verdict(), decision.answerText(), decision.reason());
        Permission.requireDone(outcome != Decisions.Outcome.NOT_DONE);
        return ResponseEntity.status(
                        outcome == Decisions.Outcome.PROPOSED ? HttpStatus.ACCEPTED : HttpStatus.NO_CONTENT)
                .build();
    }

    @PostMapping("/api/v1/record/question")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "The partner is asked again, and soon, what became of a write in doubt")
    void askAgain(@ParameterObject DocumentKey key, @RequestBody Reason why, Person person) {
        Permission.require(person, Person::mayAct);
        Permission.requireDone(decisions.askAgain(person, key, why.reason()));
    }

    /** What becomes of a parked document. */
    record ParkedDecision(Decisions.ParkedVerdict verdict, String reason) {
        ParkedDecision {
            Permission.require(verdict != null, "verdict must be RETRY or REFUSE");
            reason = Reason.checked(reason);
        }
    }

    @PostMapping("/api/v1/record/parking")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "A parked document is tried again, or answered as refused")
    void decideParked(@ParameterObject DocumentKey key, @RequestBody ParkedDecision decision, Person person) {
        Permission.require(person, Person::mayAct);
        Permission.requireDone(decisions.decideParked(person, key, decision.verdict(), decision.reason()));
    }

    @PostMapping("/api/v1/record/retry")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "A document of an interface that only reads, which has failed, is tried again")
    void tryAgain(@ParameterObject DocumentKey key, @RequestBody Reason why, Person person) {
        Permission.require(person, Person::mayAct);
        Permission.requireDone(decisions.tryAgain(person, key, why.reason()));
    }
}
