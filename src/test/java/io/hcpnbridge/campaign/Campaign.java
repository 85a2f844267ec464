package io.hcpnbridge.campaign;

import io.hcpnbridge.rehearsal.Surroundings;
import io.hcpnbridge.standin.call.Incoming;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Carries out a plan: a portion of work before each strike and one at the end, and then patience. */
final class Campaign implements AutoCloseable {
    /** Further settings of the adapter: {@code -Dcampaign.settings=work.lease=20s,work.workers=4}. */
    private static final String SETTINGS = "campaign.settings";

    private static final Duration PATIENCE_FOR_A_MOMENT = Duration.ofSeconds(40);
    private static final Duration PATIENCE = Duration.ofMinutes(4);

    private final Plan plan;
    private final Random random;
    private final Surroundings surroundings;
    private final JdbcClient ledger;
    private final Workload workload;
    private final Answers answers;
    private final Fleet fleet;
    private final Blows blows;
    private final Weather weather;
    private final SftpLookout files;
    private final PartnerLookout partner;
    private final LedgerLookout rows;
    private final List<Incident> incidents = new ArrayList<>();
    private List<String> unanswered = List.of();
    private Duration took = Duration.ZERO;

    Campaign(Plan plan) {
        this.plan = plan;
        this.random = new Random(plan.seed());
        this.surroundings = surroundings();
        this.ledger = JdbcClient.create(surroundings.database().dataSource());
        this.workload = new Workload(surroundings, random);
        this.answers = new Answers(workload);
        this.fleet = new Fleet(surroundings, plan.replicas());
        this.blows = new Blows(ledger, fleet, DatabaseCrash.of(ledger), random);
        this.weather = new Weather(plan.weather());
        this.files = new SftpLookout(fleet::behind);
        this.partner = new PartnerLookout(surroundings.partner().faults(), this::caller);
        this.rows = new LedgerLookout(ledger, fleet, files);
        surroundings.sftp().watch(files);
    }

    /** Production's settings but for the intervals of looking; an answer waits for what becomes of a write in doubt. */
    private static Surroundings surroundings() {
        var surroundings = Surroundings.start()
                .withQueues()
                .set("work.tries", "8")
                .set("answer.await-doubts", "3m")
                .set("doubts.poll-interval", "300")
                .set("doubts.first-pause", "1s")
                .set("doubts.longest-pause", "5s")
                .set("doubts.settle-time", "20s");
        Stream.of(System.getProperty(SETTINGS, "").split(","))
                .filter(setting -> !setting.isBlank())
                .map(setting -> setting.split("=", 2))
                .forEach(setting -> surroundings.set(setting[0], setting[1]));
        return surroundings;
    }

    /** Returns once everything is answered, or nothing more comes. */
    Outcome run() throws InterruptedException {
        var begun = Instant.now();
        weather.over(surroundings.partner().faults());
        fleet.fill();
        fleet.awaitStart();
        var portions = plan.strikes().size() + 1;
        for (int i = 0; i < portions; i++) {
            workload.handIn(share(plan.writes(), i, portions), share(plan.reads(), i, portions));
            if (i < plan.strikes().size()) {
                blows.mend(strike(plan.strikes().get(i)));
                goOn();
            }
        }
        fleet.awaitStart();
        unanswered = awaitAnswers();
        took = Duration.between(begun, Instant.now());
        fleet.stop();
        answers.missing();
        return outcome();
    }

    /** The next strike meets an adapter that runs, or one that is still starting. */
    private void goOn() {
        fleet.fill();
        if (random.nextInt(3) > 0) {
            fleet.awaitStart();
        }
        Blows.pause(random.nextInt(2_000));
    }

    /** What there is after something was done to the ledger by hand. */
    Outcome spoil(String update) {
        ledger.sql(update).update();
        return outcome();
    }

    private Outcome outcome() {
        return new Outcome(
                plan,
                surroundings,
                Ledger.read(ledger),
                workload,
                answers,
                fleet.lives(),
                List.copyOf(incidents),
                unanswered,
                took);
    }

    private Incident strike(Strike strike) throws InterruptedException {
        var ambush = new Ambush(strike, (life, came) -> blows.deal(strike, life, came));
        surroundings.partner().faults().clear();
        files.post(ambush);
        partner.post(ambush);
        rows.post(ambush);
        weather.over(surroundings.partner().faults());
        var patience = Duration.ofMillis(random.nextInt(6_000));
        if (strike.moment() != Moment.AT_RANDOM) {
            fleet.awaitStart();
            patience = PATIENCE_FOR_A_MOMENT;
        }
        if (!ambush.falls(patience)) {
            ambush.fallAnyway(fleet.any(random).orElseThrow());
        }
        incidents.add(ambush.incident());
        return ambush.incident();
    }

    private List<String> awaitAnswers() throws InterruptedException {
        var end = Instant.now().plus(PATIENCE);
        var missing = answers.missing();
        while (!missing.isEmpty() && Instant.now().isBefore(end)) {
            Blows.pause(500);
            fleet.fill();
            missing = answers.missing();
        }
        return missing;
    }

    /** Who makes a call: the last one who has said in the ledger that it calls about that document. */
    private Optional<Life> caller(Incoming call) {
        var request = call.request();
        return Document.in(request.target() + new String(request.body(), StandardCharsets.UTF_8))
                .flatMap(document -> ledger.sql("select node from attempt a join record r on r.id = a.record_id"
                                + " where document = ? order by a.id desc limit 1")
                        .param(document)
                        .query(String.class)
                        .optional())
                .flatMap(fleet::called)
                .or(() -> fleet.any(random));
    }

    private static int share(int total, int part, int parts) {
        return total * (part + 1) / parts - total * part / parts;
    }

    @Override
    public void close() {
        fleet.close();
        workload.close();
        surroundings.close();
    }
}
