package io.hcpnbridge.desk;

import io.hcpnbridge.desk.act.Answers;
import io.hcpnbridge.desk.read.BatchQuery;
import java.util.Map;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/** One file, message or pull: what became of its documents, why it was refused, and its answer once more. */
@Controller
@ConditionalOnWebApplication
class BatchPage {
    private final BatchQuery batches;
    private final Answers answers;

    BatchPage(BatchQuery batches, Answers answers) {
        this.batches = batches;
        this.answers = answers;
    }

    @GetMapping("/desk/batches/{batch}")
    ModelAndView batch(@PathVariable long batch, Look look) {
        var story = batches.of(batch).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        return new ModelAndView("batch", Map.of("look", look, "story", story));
    }

    @PostMapping("/desk/batches/{batch}/answer")
    ResponseEntity<Void> resend(@PathVariable long batch, @RequestParam String reason, Look look) {
        DeskDeeds.allow(look.mayAct());
        return DeskDeeds.done(answers.resend(DeskDeeds.person(look), batch, DeskDeeds.text(reason)));
    }
}
