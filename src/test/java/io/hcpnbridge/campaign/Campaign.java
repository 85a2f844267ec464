package io.hcpnbridge.campaign;

import io.hcpnbridge.standin.call.Incoming;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.BiConsumer;
import org.awaitility.Awaitility;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Carries out a plan: a portion of work before each strike and one at the end, and then patience. */
final class Campaign implements AutoCloseable {
    private static final Duration PATIENCE_FOR_A_MOMENT = Duration.ofSeconds(40);

    /** Files and messages. */
    private static final int MOST_OPEN = 100;

    /** Without any further answer. */
    private static final Duration PATIENCE = Duration.ofMinutes(4);

    private final Plan plan;
    private final Random random;
    private final Ground ground;
    private final JdbcClient ledger;
    private final Workload workload;
    private final Pulls pulls;
    private final Answers answers;
    private final Fleet fleet;
    private final Troubles troubles;
    private final SftpLookout files;
    private final PartnerLookout partner;
    private final Progress progress;
    private final List<Incident> incidents = new ArrayList<>();
    private volatile Ambush ambush;
    private List<HandedIn> unanswered = List.of();
    private Duration took = Duration.ZERO;

    Campaign(Plan plan) {
        this.plan = plan;
        this.random = new Random(plan.seed());
        this.ground = new Ground(plan);
        this.ledger = ground.ledger();
        this.workload = new Workload(ground.surroundings(), ground.home(), random);
        this.pulls = new Pulls(ground.surroundings(), ground.home(), plan.pulls());
        this.answers = new Answers(workload);
        this.fleet = new Fleet(ground.surroundings(), plan.replicas(), life -> new LedgerLookout(life, () -> ambush));
        this.troubles = new Troubles(ground, fleet, workload, random);
        this.files = new SftpLookout(fleet::behind);
        this.partner = new PartnerLookout(ground.surroundings().partner().faults(), this::caller);
        this.progress = new Progress(plan);
        ground.surroundings().sftp().watch(files);
    }

    /** Returns once everything is answered, or nothing more comes. */
    Outcome run() throws InterruptedException {
        var begun = Instant.now();
        plan.weather().over(ground.surroundings().partner().faults());
        fleet.fill();
        fleet.awaitStart();
        var portions = plan.strikes().size() + 1;
        for (int i = 0; i < portions; i++) {
            awaitRoom();
            workload.handIn(share(plan.writes(), i, portions), share(plan.reads(), i, portions));
            if (i < plan.strikes().size()) {
                incidents.add(mended(strike(plan.strikes().get(i))));
                progress.after(i + 1, incidents.get(i), workload, answers);
                goOn();
            }
        }
        return ended(begun);
    }

    private Outcome ended(Instant begun) {
        fleet.awaitStart();
        unanswered = awaitAnswers();
        took = Duration.between(begun, Instant.now());
        awaitDeliveries();
        fleet.stop();
        return outcome();
    }

    /** Work comes as fast as it is done, for so long, without strikes; somebody looks at the first process and the ledger now and then. */
    Outcome soak(Duration time, int portion, Duration betweenLooks, BiConsumer<Life, Ledger.Size> look) {
        var begun = Instant.now();
        plan.weather().over(ground.surroundings().partner().faults());
        fleet.fill();
        fleet.awaitStart();
        var next = begun;
        while (Instant.now().isBefore(begun.plus(time))) {
            workload.handIn(portion / 2, portion / 2);
            awaitRoom();
            if (Instant.now().isAfter(next)) {
                look.accept(fleet.living().get(0), Ledger.Size.of(ledger));
                next = Instant.now().plus(betweenLooks);
            }
        }
        return ended(begun);
    }

    /** So that every strike meets a part of the work, and not all of them the first of it. */
    private void awaitRoom() {
        Awaitility.await("room for more work")
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(200))
                .until(() -> {
                    fleet.fill();
                    return answers.missing().size() <= MOST_OPEN;
                });
    }

    /** The next strike meets an adapter that runs, or one that is still starting. */
    private void goOn() {
        fleet.fill();
        if (random.nextInt(3) > 0) {
            fleet.awaitStart();
        }
        pause(random.nextInt(2_000));
    }

    /** What there is after something was done to the ledger by hand. */
    Outcome spoil(String update) {
        ledger.sql(update).update();
        return outcome();
    }

    /** What there is after something was done to the ERP's folders by hand. */
    Outcome again() {
        answers.forget();
        answers.missing();
        return outcome();
    }

    private Outcome outcome() {
        return new Outcome(
                plan,
                ground.surroundings(),
                workload,
                pulls,
                new PartnerRecord(ground.surroundings().partner()),
                answers,
                Outcome.told(workload, answers),
                Ledger.read(ledger),
                fleet.lives(),
                List.copyOf(incidents),
                unanswered,
                took);
    }

    private Incident strike(Strike strike) throws InterruptedException {
        var next = new Ambush(strike, (life, came) -> fall(strike, life, came));
        var faults = ground.surroundings().partner().faults();
        faults.clear();
        files.post(next);
        partner.post(next);
        plan.weather().over(faults);
        ambush = next;
        var patience = Duration.ofMillis(random.nextInt(6_000));
        if (strike.moment() != Moment.AT_RANDOM) {
            fleet.awaitStart();
            patience = PATIENCE_FOR_A_MOMENT;
        }
        if (!next.falls(patience)) {
            next.fallAnyway(fleet.any(random).orElseThrow());
        }
        return next.incident();
    }

    private Incident fall(Strike strike, Life victim, boolean came) {
        var at = Instant.now();
        var hit = troubles.of(strike.blow()).begin(victim);
        return new Incident(strike, came, hit, at, at, strike.blow() == Blow.KILL ? open() : Set.of());
    }

    private Incident mended(Incident incident) {
        pause(incident.strike().lasts().toMillis());
        troubles.of(incident.strike().blow()).end();
        fleet.fill();
        return incident.mended(Instant.now());
    }

    /** Records that wait for nothing but their turn. */
    private Set<Long> open() {
        return Set.copyOf(ledger.sql("select id from record r where state not in (" + Ledger.FINAL + ")"
                        + " and not exists (select from attempt a join attempt_outcome o on o.attempt_id = a.id"
                        + " where a.record_id = r.id and o.verdict <> 'success')")
                .query(Long.class)
                .list());
    }

    private List<HandedIn> awaitAnswers() {
        var missing = answers.missing();
        var pulled = pulls.answered();
        var end = Instant.now().plus(PATIENCE);
        while (!(missing.isEmpty() && pulls.missing().isEmpty())
                && Instant.now().isBefore(end)) {
            pause(500);
            fleet.fill();
            var left = answers.missing();
            if (left.size() < missing.size() || pulls.answered() > pulled) {
                end = Instant.now().plus(PATIENCE);
                pulled = pulls.answered();
            }
            missing = left;
        }
        return missing;
    }

    /** An answer may lie there already of which the adapter does not know: it lays it there again once its lease is over. */
    private void awaitDeliveries() {
        var end = Instant.now().plus(PATIENCE);
        while (ledger.sql("select count(*) from arrival where delivered_at is null")
                                .query(Integer.class)
                                .single()
                        > 0
                && Instant.now().isBefore(end)) {
            pause(500);
        }
    }

    /** Time goes by while the adapter works. */
    private static void pause(long millis) {
        var end = System.nanoTime() + Duration.ofMillis(millis).toNanos();
        Awaitility.await()
                .atMost(Duration.ofMillis(millis + 10_000))
                .pollInterval(Duration.ofMillis(20))
                .until(() -> System.nanoTime() >= end);
    }

    /** Who makes a call: the last one who has said in the ledger that it calls about that document, or at all if it names none. */
    private Optional<Life> caller(Incoming call) {
        var request = call.request();
        var document = Document.in(request.target() + new String(request.body(), StandardCharsets.UTF_8));
        return ledger.sql("select node from attempt a join record r on r.id = a.record_id"
                        + " where cast(:document as text) is null or document = :document order by a.id desc limit 1")
                .param("document", document.orElse(null))
                .query(String.class)
                .optional()
                .flatMap(fleet::called)
                .or(() -> fleet.any(random));
    }

    private static int share(int total, int part, int parts) {
        return (int) ((long) total * (part + 1) / parts - (long) total * part / parts);
    }

    @Override
    public void close() {
        fleet.close();
        workload.desk().close();
        ground.close();
    }
}
