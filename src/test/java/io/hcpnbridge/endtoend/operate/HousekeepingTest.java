package io.hcpnbridge.endtoend.operate;

import static io.hcpnbridge.endtoend.operate.Management.MONITOR_PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;

import io.hcpnbridge.rehearsal.RunningBridge;
import java.sql.SQLException;
import java.time.Duration;
import org.apache.camel.CamelContext;
import org.apache.camel.component.timer.TimerComponent;
import org.apache.camel.component.timer.TimerConsumer;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** A route that begins by itself and does not do its work is told, by health and once in the log, whatever keeps it from it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@Tag("slow")
@Tag("outages")
@ExtendWith(OutputCaptureExtension.class)
class HousekeepingTest {
    private static final String ALIVE = "200 {\"status\":\"UP\"}";
    private static final String DEAD = "503 {\"status\":\"DOWN\"}";

    private final RunningBridge bridge = RunningBridge.start(surroundings -> surroundings
            .set("monitor.password", MONITOR_PASSWORD)
            .set("work.sweep-cron", "* * * * * ?")
            .set("work.catch-up-cron", "* * * * * ?")
            .set("pulls.quotas.enabled", "true")
            .set("housekeeping.patience", "3s")
            .set("housekeeping.restart-after", "6s")
            .set("housekeeping.look-interval", "300"));
    private final Management management = Management.of(bridge.bridge());

    @AfterAll
    void close() {
        bridge.close();
    }

    @BeforeEach
    void allIsWell() {
        await().until(() -> housekeeping().startsWith("{\"status\":\"UP\""));
    }

    @Test
    @Order(1)
    void aRouteThatAnOperatorHoldsIsNamedAndNotDead() throws Exception {
        var routes = bridge.bridge().bean(CamelContext.class).getRouteController();
        routes.stopRoute("sweep-expired-claims");

        await().during(Duration.ofSeconds(8))
                .until(() -> housekeeping().contains("\"sweep-expired-claims\":\"held: stopped by an operator\"")
                        && housekeeping().startsWith("{\"status\":\"UP\"")
                        && management.liveness().equals(ALIVE));
        routes.startRoute("sweep-expired-claims");
        await().until(() -> !housekeeping().contains("sweep-expired-claims"));
        assertThat(housekeeping()).doesNotContain("deliver-replies");
    }

    @Test
    @Order(2)
    void turnsThatFailMakeHealthDownButNotLiveness(CapturedOutput output) throws Exception {
        sql("alter table record rename to record_away");
        sql("alter table pull_period rename to pull_period_away");

        await().until(() -> housekeeping().startsWith("{\"status\":\"DOWN\"")
                && housekeeping().contains("\"sweep-expired-claims\":\"its turns fail: ")
                && housekeeping().contains("\"catch-up-pulls\":\"its turns fail: ")
                && housekeeping().contains("\"claim-due-records\":\"its turns fail: "));
        await().during(Duration.ofSeconds(5)).until(() -> management.liveness().equals(ALIVE));

        sql("alter table pull_period_away rename to pull_period");
        sql("alter table record_away rename to record");
        await().until(() -> housekeeping().startsWith("{\"status\":\"UP\""));
        await().until(() -> output.getOut().contains("sweep-expired-claims: is no longer overdue"));
        assertThat(output.getOut().lines().filter(line -> line.contains("claim-due-records: overdue: its turns fail")))
                .hasSize(1);
    }

    @Test
    @Order(3)
    void aTurnThatDoesNotGoOnMakesLivenessDownAfterAWhile(CapturedOutput output) throws Exception {
        try (var other = bridge.surroundings().database().dataSource().getConnection();
                var statement = other.createStatement()) {
            other.setAutoCommit(false);
            statement.execute("lock table record in access exclusive mode");

            await().until(() ->
                    housekeeping().contains("\"sweep-expired-claims\":\"a turn that has begun does not go on"));
            await().until(() -> management.liveness().equals(DEAD));
            other.rollback();
        }
        await().until(() -> management.liveness().equals(ALIVE));
        assertThat(output.getOut()).contains("sweep-expired-claims: overdue: a turn that has begun does not go on");
    }

    @Test
    @Order(4)
    void aClockThatIsDeadMakesLivenessDown(CapturedOutput output) {
        var route = bridge.bridge().bean(CamelContext.class).getRoute("watch-secrets");
        var timers = (TimerComponent) route.getEndpoint().getComponent();
        timers.getTimer((TimerConsumer) route.getConsumer()).cancel();

        await().until(() -> housekeeping().contains("\"watch-secrets\":\"a turn that is due does not begin"));
        await().until(() -> management.liveness().equals(DEAD));
        assertThat(output.getOut()).contains("watch-secrets: overdue: a turn that is due does not begin");
    }

    private void sql(String statement) throws SQLException {
        try (var other = bridge.surroundings().database().dataSource().getConnection();
                var execution = other.createStatement()) {
            execution.execute(statement);
        }
    }

    private String housekeeping() throws Exception {
        return management.watch("/actuator/health/housekeeping").body();
    }

    private static ConditionFactory await() {
        return Awaitility.await().atMost(Duration.ofSeconds(60)).pollInterval(Duration.ofMillis(200));
    }
}
