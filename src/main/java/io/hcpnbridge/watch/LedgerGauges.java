package io.hcpnbridge.watch;

import io.hcpnbridge.ledger.Cutover;
import io.hcpnbridge.ledger.Lane;
import io.hcpnbridge.ledger.WatchLedger.Doubtful;
import io.hcpnbridge.ledger.WatchLedger.LeftAlone;
import io.hcpnbridge.ledger.WatchLedger.Open;
import io.hcpnbridge.ledger.WatchLedger.Owed;
import io.hcpnbridge.ledger.WatchLedger.OwedPeriods;
import io.hcpnbridge.ledger.WatchLedger.Table;
import io.hcpnbridge.work.OwnLanes;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import org.springframework.stereotype.Component;

/** What the ledger told last, as gauges: the same on every replica. What there is none of has no series. */
@Component
class LedgerGauges {
    private static final String SECONDS = "seconds";

    private final MeterRegistry meters;
    private final List<Consumer<Standing>> all = new ArrayList<>();
    private volatile long shownAt;

    LedgerGauges(MeterRegistry meters, OwnLanes lanes) {
        this.meters = meters;
        add("bridge.records", null, "Records that are not final", Standing::open, LedgerGauges::tags, Open::records);
        add(
                "bridge.records.oldest.age",
                SECONDS,
                "Since the oldest of them was taken in",
                Standing::open,
                LedgerGauges::tags,
                Open::age);
        add(
                "bridge.doubts",
                null,
                "Writes in doubt, by whom they wait for",
                Standing::doubts,
                LedgerGauges::tags,
                Doubtful::writes);
        add(
                "bridge.doubts.oldest.age",
                SECONDS,
                "Since the oldest of them came into doubt",
                Standing::doubts,
                LedgerGauges::tags,
                Doubtful::age);
        add(
                "bridge.answers.owed",
                null,
                "Answers that are composed and not delivered",
                Standing::answers,
                LedgerGauges::tags,
                Owed::answers);
        add(
                "bridge.answers.oldest.age",
                SECONDS,
                "Since the oldest of them is owed",
                Standing::answers,
                LedgerGauges::tags,
                Owed::age);
        add(
                "bridge.pulls.owed",
                null,
                "Periods of pulls that are over and not pulled",
                Standing::pulls,
                LedgerGauges::tags,
                OwedPeriods::periods);
        add(
                "bridge.pulls.oldest.age",
                SECONDS,
                "Since the end of the oldest of them",
                Standing::pulls,
                LedgerGauges::tags,
                OwedPeriods::age);
        add(
                "bridge.lane.left.alone",
                SECONDS,
                "Until a lane that the partner throttles is tried again",
                Standing::lanesLeftAlone,
                LedgerGauges::laneTags,
                LeftAlone::seconds);
        add(
                "bridge.credentials.left.alone",
                null,
                "Credentials that the partner does not accept",
                Standing::credentialsLeftAlone,
                one -> Tags.of("tenant", one.tenant()),
                LeftAlone::scopes);
        add(
                "bridge.work.paused",
                null,
                "1: an operator has paused the lane",
                now -> paused(now, lanes),
                LedgerGauges::tags,
                lane -> 1);
        add(
                "bridge.cutover.reads",
                null,
                "Percent of the reads that either generation can answer that go to the new endpoints",
                Standing::cutovers,
                LedgerGauges::tags,
                Cutover::reads);
        add(
                "bridge.cutover.writes",
                null,
                "Percent of the writes that either generation can take that go to the new endpoints",
                Standing::cutovers,
                LedgerGauges::tags,
                Cutover::writes);
        add(
                "bridge.cutover.stepped.back",
                null,
                "1: the adapter has taken the tenant back to the old endpoints",
                Standing::cutovers,
                LedgerGauges::tags,
                cutover -> cutover.hasSteppedBack() ? 1 : 0);
        add(
                "bridge.ledger.rows",
                null,
                "Rows of a table, as the database estimates them",
                Standing::tables,
                LedgerGauges::tags,
                Table::rows);
        add(
                "bridge.ledger.size",
                "bytes",
                "What a table takes, with its indexes",
                Standing::tables,
                LedgerGauges::tags,
                Table::bytes);
    }

    private <T> void add(
            String name,
            String unit,
            String description,
            Function<Standing, Collection<T>> from,
            Function<T, Tags> tags,
            ToLongFunction<T> value) {
        var gauge = new Shown<>(meters, name, unit, description, tags, value);
        all.add(now -> gauge.show(from.apply(now)));
    }

    synchronized void show(Standing now) {
        all.forEach(gauge -> gauge.accept(now));
        var first = shownAt == 0;
        shownAt = System.nanoTime();
        if (first) {
            Gauge.builder("bridge.ledger.look.age", () -> TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - shownAt))
                    .baseUnit(SECONDS)
                    .description("Since the ledger was last asked for these metrics")
                    .register(meters);
        }
    }

    /** Those of this adapter: an operator may have paused a name that nothing bears. */
    private static List<Lane> paused(Standing now, OwnLanes lanes) {
        return lanes.all().stream()
                .filter(lane -> now.paused().stream().anyMatch(pause -> pause.covers(lane)))
                .toList();
    }

    private static Tags tags(Lane lane) {
        return Tags.of("tenant", lane.tenant(), "interface", lane.interfaceName());
    }

    private static Tags tags(Open open) {
        return tags(open.lane()).and("state", open.state().name());
    }

    private static Tags tags(Doubtful doubt) {
        return tags(doubt.lane()).and("waits_for", doubt.leftToPerson() ? "person" : "partner");
    }

    private static Tags tags(Owed owed) {
        return Tags.of("channel", owed.channel());
    }

    private static Tags tags(OwedPeriods owed) {
        return Tags.of("pull", owed.pull(), "tenant", owed.tenant());
    }

    private static Tags laneTags(LeftAlone one) {
        return tags(new Lane(one.tenant(), one.interfaceName().orElseThrow()));
    }

    private static Tags tags(Cutover cutover) {
        return Tags.of("tenant", cutover.tenant());
    }

    private static Tags tags(Table table) {
        return Tags.of("table", table.name());
    }
}
