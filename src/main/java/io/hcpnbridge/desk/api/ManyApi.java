package io.hcpnbridge.desk.api;

import io.hcpnbridge.desk.act.ManyAtOnce;
import io.hcpnbridge.desk.act.Person;
import io.hcpnbridge.desk.read.Selection;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Many documents in one step. */
@RestController
@ConditionalOnWebApplication
@Tag(name = "many at once")
class ManyApi {
    private final ManyAtOnce many;

    ManyApi(ManyAtOnce many) {
        this.many = many;
    }

    @GetMapping("/api/v1/many")
    @Operation(
            summary =
                    "The documents of a state and time, at most 1,000, and to how many of them a step would do something")
    ManyAtOnce.Preview preview(
            @RequestParam Selection.State state,
            @RequestParam(defaultValue = "") String tenant,
            @RequestParam(defaultValue = "") String interfaceName,
            @RequestParam(defaultValue = "") String code,
            @RequestParam Instant from,
            @RequestParam Instant to,
            @RequestParam ManyAtOnce.Action action) {
        return many.preview(many.select(new Selection(state, tenant, interfaceName, code, from, to)), action);
    }

    /**
     * @param shown to how many documents the preview said that it would do something: 409 if it is another number by now
     */
    record Step(
            ManyAtOnce.Action action,
            Selection.State state,
            String tenant,
            String interfaceName,
            String code,
            Instant from,
            Instant to,
            long shown,
            String reason) {
        Step {
            Permission.require(
                    action != null && state != null && from != null && to != null,
                    "action, state, from and to are missing");
            reason = Reason.checked(reason);
        }

        Selection selection() {
            return new Selection(state, orEvery(tenant), orEvery(interfaceName), orEvery(code), from, to);
        }

        private static String orEvery(String name) {
            return name == null ? "" : name;
        }
    }

    /** How many documents it was done to. */
    record Done(long documents) {}

    @PostMapping("/api/v1/many")
    @Operation(summary = "Retries or refuses what the preview has shown: all of it, or nothing")
    Done act(@RequestBody Step step, Person person) {
        Permission.require(person, Person::mayAct);
        var done = many.act(person, step.selection(), step.action(), step.shown(), step.reason());
        Permission.requireDone(done.isPresent());
        return new Done(done.orElseThrow());
    }
}
