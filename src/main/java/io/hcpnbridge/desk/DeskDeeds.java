package io.hcpnbridge.desk;

import io.hcpnbridge.desk.act.Answers;
import io.hcpnbridge.desk.act.Decisions;
import io.hcpnbridge.desk.act.Pauses;
import io.hcpnbridge.desk.act.Person;
import io.hcpnbridge.desk.read.DocumentKey;
import io.hcpnbridge.desk.read.Places;
import io.hcpnbridge.json.ExactJson;
import io.hcpnbridge.json.MalformedJsonException;
import java.time.Duration;
import java.time.Instant;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/**
 * What can be done. Everything wants a reason and the role for it, and is written down; who asks gets the page anew. 409: it is not as the
 * page said any more, somebody else was quicker.
 */
@Controller
@ConditionalOnWebApplication
class DeskDeeds {
    /** Of a reason, and of what the partner would have answered. */
    private static final int LONGEST = 2_000;

    private static final Duration LONGEST_PAUSE = Duration.ofDays(31);

    private final Decisions decisions;
    private final Answers answers;
    private final Pauses pauses;
    private final Places places;

    DeskDeeds(Decisions decisions, Answers answers, Pauses pauses, Places places) {
        this.decisions = decisions;
        this.answers = answers;
        this.pauses = pauses;
        this.places = places;
    }

    @PostMapping("/desk/records/{tenant}/{interfaceName}/{document}/doubt")
    ResponseEntity<Void> decideDoubt(
            @PathVariable String tenant,
            @PathVariable String interfaceName,
            @PathVariable String document,
            @RequestParam Decisions.Verdict verdict,
            @RequestParam(defaultValue = "") String answer,
            @RequestParam String reason,
            Look look) {
        allow(look.mayDecide());
        return done(decisions.decideDoubt(
                person(look), new DocumentKey(tenant, interfaceName, document), verdict, json(answer), text(reason)));
    }

    @PostMapping("/desk/records/{tenant}/{interfaceName}/{document}/question")
    ResponseEntity<Void> askAgain(
            @PathVariable String tenant,
            @PathVariable String interfaceName,
            @PathVariable String document,
            @RequestParam String reason,
            Look look) {
        allow(look.mayAct());
        return done(decisions.askAgain(person(look), new DocumentKey(tenant, interfaceName, document), text(reason)));
    }

    @PostMapping("/desk/records/{tenant}/{interfaceName}/{document}/parking")
    ResponseEntity<Void> decideParked(
            @PathVariable String tenant,
            @PathVariable String interfaceName,
            @PathVariable String document,
            @RequestParam Decisions.ParkedVerdict verdict,
            @RequestParam String reason,
            Look look) {
        allow(look.mayAct());
        return done(decisions.decideParked(
                person(look), new DocumentKey(tenant, interfaceName, document), verdict, text(reason)));
    }

    @PostMapping("/desk/batches/{batch}/answer")
    ResponseEntity<Void> resend(@PathVariable long batch, @RequestParam String reason, Look look) {
        allow(look.mayAct());
        return done(answers.resend(person(look), batch, text(reason)));
    }

    @PostMapping("/desk/pauses")
    ResponseEntity<Void> pause(
            @RequestParam(defaultValue = "") String tenant,
            @RequestParam(defaultValue = "") String interfaceName,
            @RequestParam(defaultValue = "0") long minutes,
            @RequestParam String reason,
            Look look) {
        allow(look.mayAct());
        isKnown(tenant.isEmpty() || places.tenants().contains(tenant));
        isKnown(interfaceName.isEmpty() || places.interfaces().contains(interfaceName));
        isKnown(minutes >= 0 && minutes <= LONGEST_PAUSE.toMinutes());
        var until = minutes == 0 ? null : Instant.now().plus(Duration.ofMinutes(minutes));
        pauses.set(person(look), orEvery(tenant), orEvery(interfaceName), until, text(reason));
        return done(true);
    }

    @PostMapping("/desk/pauses/end")
    ResponseEntity<Void> endPause(
            @RequestParam(defaultValue = "") String tenant,
            @RequestParam(defaultValue = "") String interfaceName,
            @RequestParam String reason,
            Look look) {
        allow(look.mayAct());
        return done(pauses.end(person(look), orEvery(tenant), orEvery(interfaceName), text(reason)));
    }

    private static Person person(Look look) {
        return new Person(look.user(), look.role().name());
    }

    private static String orEvery(String name) {
        return name.isEmpty() ? null : name;
    }

    private static String text(String written) {
        var text = written.strip();
        isKnown(!text.isEmpty() && text.length() <= LONGEST);
        return text;
    }

    /** Null if nothing is written there. */
    private static String json(String written) {
        var text = written.strip();
        if (text.isEmpty()) {
            return null;
        }
        try {
            isKnown(text.length() <= LONGEST && ExactJson.read(text).isObject());
            return text;
        } catch (MalformedJsonException e) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST, "", e);
        }
    }

    private static void isKnown(boolean known) {
        if (!known) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
        }
    }

    private static void allow(boolean may) {
        if (!may) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        }
    }

    /** The page shows what has become of it. */
    private static ResponseEntity<Void> done(boolean done) {
        return done
                ? ResponseEntity.noContent().header("HX-Refresh", "true").build()
                : ResponseEntity.status(HttpStatus.CONFLICT).build();
    }
}
