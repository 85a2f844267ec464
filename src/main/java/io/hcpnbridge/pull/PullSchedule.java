package io.hcpnbridge.pull;

import io.hcpnbridge.ledger.PullLedger;
import io.hcpnbridge.log.LogContext;
import io.hcpnbridge.mapping.MappingCatalog;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * What a schedule's firing does: notes the periods that are over by now as owed, and takes in what is owed. It does not matter how
 * often it fires, or whether a firing was missed: which periods are owed follows from the cron expression and the ledger alone.
 */
@Component("pullSchedule")
public class PullSchedule {
    private static final Logger LOG = LoggerFactory.getLogger(PullSchedule.class);

    private final Pulls pulls;
    private final PullLedger ledger;
    private final PeriodIntake intake;
    private final MappingCatalog mappings;
    private final Clock clock;

    PullSchedule(Pulls pulls, PullLedger ledger, PeriodIntake intake, MappingCatalog mappings, Clock clock) {
        this.pulls = pulls;
        this.ledger = ledger;
        this.intake = intake;
        this.mappings = mappings;
        this.clock = clock;
    }

    /** One pull's schedule has fired. */
    public void pull(String name) {
        var pull = pulls.enabled().get(name);
        if (pull != null) {
            tellFailures(pullAll(pull));
        }
    }

    /** What no firing did: missed ones, and periods that waited for the one before. */
    public void catchUp() {
        tellFailures(pulls.enabled().values().stream()
                .flatMap(pull -> pullAll(pull).stream())
                .toList());
    }

    /** All tenants have had their turn; yet one in which any failed was not a good one. */
    private static void tellFailures(List<RuntimeException> failures) {
        if (!failures.isEmpty()) {
            throw new UnfinishedPullException(failures.size(), failures.get(0));
        }
    }

    private List<RuntimeException> pullAll(Pull pull) {
        var failures = new ArrayList<RuntimeException>();
        for (var tenant : pull.tenants()) {
            try (var log = LogContext.open()) {
                log.tenant(tenant).interfaceName(pull.interfaceName());
                pull(pull, tenant, now());
            } catch (RuntimeException e) {
                failures.add(e);
                LOG.error(
                        "{}: the pull of tenant {} failed, tried again with the next turn: {}: {}",
                        pull.name(),
                        tenant,
                        e.getClass().getSimpleName(),
                        e.getMessage());
            }
        }
        return failures;
    }

    private void pull(Pull pull, String tenant, Instant now) {
        for (var period : ledger.finish(pull.name(), tenant, pull.tries(), pull.retryAfter())) {
            LOG.error("{}: {} of tenant {} is given up: the partner could not be asked", pull.name(), period, tenant);
        }
        plan(pull, tenant, now);
        var mapping = mappings.current(pull.interfaceName()).version();
        ledger.planRefusedAgain(pull.name(), tenant, pull.interfaceName(), mapping);
        while (intake.takeNext(pull, tenant, now)) {
            LOG.debug("{}: one more period of tenant {} is taken in", pull.name(), tenant);
        }
    }

    private void plan(Pull pull, String tenant, Instant now) {
        var unit = pull.unit();
        var wanted = pull.since().isPresent();
        var known = ledger.known(pull.name(), tenant, unit.name(), pull.earliest(), !wanted);
        if (!wanted && known.isEmpty()) {
            ledger.skip(pull.of(tenant, pull.leftBehind(now)));
            return;
        }
        var owed = pull.owed(firstUnknown(pull, known), now);
        var planned = owed.isEmpty()
                ? 0
                : ledger.plan(
                        owed.stream().map(period -> pull.of(tenant, period)).toList(), wanted);
        if (planned > 1) {
            LOG.warn(
                    "{}: {} periods of tenant {} were missed and are caught up, the last is {}",
                    pull.name(),
                    planned,
                    tenant,
                    owed.get(owed.size() - 1).name());
        }
    }

    /** All before it are in the ledger without a gap. */
    private static Period firstUnknown(Pull pull, Optional<PullLedger.Known> known) {
        var unit = pull.unit();
        var first = pull.since().orElseGet(() -> unit.named(known.orElseThrow().first()));
        if (known.isEmpty()) {
            return first;
        }
        var last = unit.named(known.get().last());
        return known.get().count() == unit.count(first, last) ? last.next() : first;
    }

    /** The earlier of the ledger's clock and this machine's: one that has jumped ahead pulls nothing that is not over yet. */
    private Instant now() {
        var here = clock.instant();
        var there = ledger.now();
        return here.isBefore(there) ? here : there;
    }
}
