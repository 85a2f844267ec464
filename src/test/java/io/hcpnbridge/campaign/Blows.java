package io.hcpnbridge.campaign;

import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Deals the blows and what follows them: what is dead is started again, what stands still goes on. */
final class Blows {
    private static final Duration ORDERLY_END = Duration.ofSeconds(100);

    private final JdbcClient ledger;
    private final Fleet fleet;
    private final DatabaseCrash crash;
    private final Random random;

    Blows(JdbcClient ledger, Fleet fleet, DatabaseCrash crash, Random random) {
        this.ledger = ledger;
        this.fleet = fleet;
        this.crash = crash;
        this.random = random;
    }

    Incident deal(Strike strike, Life victim, boolean came) {
        var hit = Set.of(victim.node());
        switch (strike.blow()) {
            case KILL -> victim.process().kill();
            case FREEZE -> victim.freeze();
            case TERMINATE -> victim.process().terminate();
            case STOP_DATABASE -> {
                crash.stop();
                return new Incident(strike, came, everybody(), Instant.now(), Set.of());
            }
            case CUT_SESSIONS -> {
                ledger.sql("select count(pg_terminate_backend(pid)) from pg_stat_activity"
                                + " where datname = current_database() and pid <> pg_backend_pid()")
                        .query(Long.class)
                        .single();
                hit = everybody();
            }
        }
        return new Incident(strike, came, hit, Instant.now(), open());
    }

    /** Until all is as it should be; the successor of a dead process may still be starting. */
    void mend(Incident incident) {
        switch (incident.strike().blow()) {
            case FREEZE -> {
                pause(20_000 + random.nextInt(10_000));
                fleet.living().stream()
                        .filter(life -> incident.hit(life.node()))
                        .forEach(Life::thaw);
            }
            case TERMINATE ->
                fleet.lives().stream().filter(life -> incident.hit(life.node())).forEach(life -> life.process()
                        .awaitEnd(ORDERLY_END));
            case STOP_DATABASE -> {
                pause(2_000 + random.nextInt(6_000));
                crash.start();
            }
            case KILL, CUT_SESSIONS -> {
                // Nothing to wait for.
            }
        }
        fleet.fill();
    }

    /** Time goes by while the adapter works. */
    static void pause(long millis) {
        var end = System.nanoTime() + Duration.ofMillis(millis).toNanos();
        Awaitility.await()
                .atMost(Duration.ofMillis(millis + 10_000))
                .pollInterval(Duration.ofMillis(20))
                .until(() -> System.nanoTime() >= end);
    }

    private Set<String> everybody() {
        return fleet.living().stream().map(Life::node).collect(Collectors.toUnmodifiableSet());
    }

    /** Records that wait for nothing but their turn. */
    private Set<Long> open() {
        return Set.copyOf(ledger.sql("select id from record r where state not in (" + Ledger.FINAL + ")"
                        + " and not exists (select from attempt a join attempt_outcome o on o.attempt_id = a.id"
                        + " where a.record_id = r.id and o.verdict <> 'success')")
                .query(Long.class)
                .list());
    }
}
