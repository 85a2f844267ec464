package io.hcpnbridge.desk;

import io.hcpnbridge.desk.act.ManyAtOnce;
import io.hcpnbridge.desk.act.ManyAtOnce.Action;
import io.hcpnbridge.desk.read.Places;
import io.hcpnbridge.desk.read.Selection;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/** Many documents at once: what a step would do is shown before it is done. Times are UTC. */
@Controller
@ConditionalOnWebApplication
class ManyPage {
    private final ManyAtOnce many;
    private final Places places;

    ManyPage(ManyAtOnce many, Places places) {
        this.many = many;
        this.places = places;
    }

    /** What is asked for by the form; without times the last 24 hours. */
    record Filter(
            Selection.State state,
            String tenant,
            String interfaceName,
            String code,
            LocalDateTime from,
            LocalDateTime to) {
        Selection selection() {
            var now = Instant.now().truncatedTo(ChronoUnit.MINUTES);
            return new Selection(
                    state == null ? Selection.State.FAILED : state,
                    orEvery(tenant),
                    orEvery(interfaceName),
                    orEvery(code),
                    from == null ? now.minus(1, ChronoUnit.DAYS) : from.toInstant(ZoneOffset.UTC),
                    to == null ? now.plus(1, ChronoUnit.MINUTES) : to.toInstant(ZoneOffset.UTC));
        }

        private static String orEvery(String name) {
            return name == null ? "" : name.strip();
        }
    }

    @GetMapping("/desk/many")
    ModelAndView many(Filter filter, Look look) {
        var selection = filter.selection();
        var selected = many.select(selection);
        return look.page(
                "many",
                Map.of(
                        "selection", selection,
                        "retry", many.preview(selected, Action.RETRY),
                        "refuse", many.preview(selected, Action.REFUSE),
                        "tenants", places.tenants(),
                        "interfaces", places.interfaces()));
    }

    @GetMapping("/desk/many.csv")
    void export(Filter filter, HttpServletResponse response) throws IOException {
        response.setContentType("text/csv; charset=UTF-8");
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"documents.csv\"");
        var csv = new SelectedCsv(many.select(filter.selection()));
        response.getOutputStream().write(csv.text().getBytes(StandardCharsets.UTF_8));
    }
}
