package io.hcpnbridge.route;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** When the adapter asks the partner by itself, as {@code schedules.camel.yaml} says it. */
class SchedulesRoutesTest extends ShippedRoutes {
    SchedulesRoutesTest() {
        super("schedules");
    }

    @BeforeEach
    void firePulls() {
        fill("pull-by-schedule", Map.of("pull", "bills"));
    }

    @Test
    void aFiringTakesInWhatIsOver() {
        through("fire-by-schedule", null);

        assertThat(passed()).containsExactly("take-in-periods");
    }

    @Test
    void somebodyLooksForWhatWasMissed() {
        through("look-for-owed-periods", null);

        assertThat(passed()).containsExactly("catch-up-periods");
    }

    @Test
    void eachPullHasItsOwnTimesInTheZoneInWhichThePartnerBillsAndNoTurnOverlapsTheNext() throws Exception {
        var routes = RouteText.of("schedules", Files.readAllBytes(Path.of("routes/schedules.camel.yaml")))
                .tree();
        var pull = routes.at("/0/routeTemplate/route/from");

        assertThat(pull.at("/uri").asText()).isEqualTo("quartz:pulls/{{pull}}");
        assertThat(pull.at("/parameters/cron").asText()).isEqualTo("{{pulls.{{pull}}.cron}}");
        assertThat(pull.at("/parameters/trigger.timeZone").asText()).isEqualTo("GMT+08:00");
        assertThat(pull.at("/steps/0/bean/method").asText()).isEqualTo("pull('{{pull}}')");
        assertThat(routes.findValues("stateful")).hasSize(2).allMatch(stateful -> stateful.asBoolean());
    }
}
