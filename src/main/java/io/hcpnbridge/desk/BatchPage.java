package io.hcpnbridge.desk;

import io.hcpnbridge.desk.read.BatchQuery;
import java.util.Map;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/** One file, message or pull: what became of its documents, and why it was refused. */
@Controller
@ConditionalOnWebApplication
class BatchPage {
    private final BatchQuery batches;

    BatchPage(BatchQuery batches) {
        this.batches = batches;
    }

    @GetMapping("/desk/batches/{batch}")
    ModelAndView batch(@PathVariable long batch, Look look) {
        var story = batches.of(batch).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        return look.page("batch", Map.of("story", story));
    }
}
