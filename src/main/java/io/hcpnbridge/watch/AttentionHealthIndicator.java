package io.hcpnbridge.watch;

import io.hcpnbridge.ledger.Cutover;
import io.hcpnbridge.ledger.Lane;
import io.hcpnbridge.ledger.WorkPause;
import io.hcpnbridge.replica.Silence;
import io.hcpnbridge.secret.SecretWatch;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.boot.actuate.health.AbstractHealthIndicator;
import org.springframework.boot.actuate.health.Health;
import org.springframework.stereotype.Component;

/**
 * Degraded while something waits for a person, though all works: writes in doubt, parked records, answers that are owed for long, pauses, tenants that
 * were taken back to the old endpoints, held routes, changed files that cannot be used.
 * As the ledger was last looked into; no probe asks for it.
 */
@Component
class AttentionHealthIndicator extends AbstractHealthIndicator {
    /** Also in {@code management.endpoint.health.status.order}: better than down, worse than up. */
    private static final String DEGRADED = "DEGRADED";

    private final LedgerWatch watch;
    private final WatchProperties settings;
    private final Silence ledger;
    private final HeldRoutes held;
    private final SecretWatch files;

    AttentionHealthIndicator(
            LedgerWatch watch, WatchProperties settings, Silence ledger, HeldRoutes held, SecretWatch files) {
        super("What waits for a person cannot be told");
        this.files = files;
        this.held = held;
        this.watch = watch;
        this.settings = settings;
        this.ledger = ledger;
    }

    @Override
    protected void doHealthCheck(Health.Builder builder) {
        var waiting = waiting(watch.standing());
        builder.status(waiting.isEmpty() ? "UP" : DEGRADED);
        builder.withDetails(waiting);
        // What was found last is better than nothing; that the ledger is away is told by its own.
        ledger.silence().ifPresent(silence -> builder.withDetail("ledger", "not looked into now"));
    }

    private Map<String, String> waiting(Standing now) {
        var waiting = new LinkedHashMap<String, String>();
        now.leftToPerson()
                .forEach(doubt -> waiting.put(
                        "doubts of " + name(doubt.lane()),
                        "%d wait for a person, the oldest is in doubt for %d s"
                                .formatted(doubt.writes(), doubt.age())));
        now.parked()
                .forEach(parked -> waiting.put(
                        "parked of " + name(parked.lane()),
                        "%d wait for a person, the oldest came %d s ago".formatted(parked.records(), parked.age())));
        now.answers().stream()
                .filter(owed -> owed.age() > settings.answersOwedLongest().toSeconds())
                .forEach(owed -> waiting.put(
                        "answers by " + owed.channel(),
                        "%d are owed, the oldest for %d s".formatted(owed.answers(), owed.age())));
        if (!now.paused().isEmpty()) {
            waiting.put("paused", now.paused().stream().map(WorkPause::scope).collect(Collectors.joining("; ")));
        }
        now.cutovers().stream()
                .filter(Cutover::hasSteppedBack)
                .forEach(cutover -> waiting.put(
                        "endpoints of " + cutover.tenant(),
                        "stepped back to the old ones: " + cutover.steppedBack().en()));
        var routes = held.all();
        if (!routes.isEmpty()) {
            waiting.put("held routes", String.join("; ", routes));
        }
        var refused = files.refused();
        if (!refused.isEmpty()) {
            waiting.put("refused files", String.join("; ", refused));
        }
        return waiting;
    }

    private static String name(Lane lane) {
        return lane.tenant() + ", " + lane.interfaceName();
    }
}
