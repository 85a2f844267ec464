package io.hcpnbridge.desk.api;

import io.hcpnbridge.desk.act.Batches;
import io.hcpnbridge.desk.act.Person;
import io.hcpnbridge.desk.read.BatchQuery;
import io.hcpnbridge.desk.read.BatchStory;
import io.hcpnbridge.desk.read.FindQuery;
import io.hcpnbridge.desk.read.FoundBatch;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Files, messages and pulls as a whole. */
@RestController
@ConditionalOnWebApplication
@Tag(name = "batches")
class BatchApi {
    private final BatchQuery query;
    private final Batches batches;
    private final FindQuery find;

    BatchApi(BatchQuery query, Batches batches, FindQuery find) {
        this.find = find;
        this.query = query;
        this.batches = batches;
    }

    @GetMapping("/api/v1/batches")
    @Operation(
            summary =
                    "The batches that came by a file name or message id, also those refused as a whole; the last first")
    List<FoundBatch> batches(@RequestParam String name) {
        return find.batches(name);
    }

    @GetMapping("/api/v1/batches/{batch}")
    @Operation(summary = "What became of a batch, and why it was refused")
    BatchStory batch(@PathVariable long batch) {
        return query.of(batch).orElseThrow(Permission::notThere);
    }

    @PostMapping("/api/v1/batches/{batch}/hold")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Nothing more of it is sent until it goes on")
    void hold(@PathVariable long batch, @RequestBody Reason why, Person person) {
        Permission.require(person, Person::mayAct);
        Permission.requireDone(batches.hold(person, batch, why.reason()));
    }

    @PostMapping("/api/v1/batches/{batch}/go-on")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "A batch that is held goes on")
    void goOn(@PathVariable long batch, @RequestBody Reason why, Person person) {
        Permission.require(person, Person::mayAct);
        Permission.requireDone(batches.goOn(person, batch, why.reason()));
    }

    @PostMapping("/api/v1/batches/{batch}/answer")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Its last answer is delivered once more")
    void resendAnswer(@PathVariable long batch, @RequestBody Reason why, Person person) {
        Permission.require(person, Person::mayAct);
        Permission.requireDone(batches.resendAnswer(person, batch, why.reason()));
    }
}
