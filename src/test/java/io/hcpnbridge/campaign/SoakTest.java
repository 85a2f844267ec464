package io.hcpnbridge.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** At twenty times the calls that the partner's quotas let through, for a long time, nothing grows but what is asked for. */
@Tag("slow")
@Tag("campaign")
class SoakTest {
    private static final int QUOTA = Size.of("times-quota", 20, 20);
    private static final Duration TIME = Duration.ofSeconds(Size.of("soak-seconds", 1_800, 40));
    private static final int PORTION = Size.of("soak-portion", 200, 60);
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(Size.of("soak-look-seconds", 15, 2));

    /** What a figure may differ between the second quarter and the last, as a share of it. */
    private static final double TOLERANCE = 0.2;

    private final List<Footprint> footprints = new ArrayList<>();

    @Test
    void nothingGrows() throws Exception {
        var plan = Plan.of("soak", Size.SEED, 0, 0);
        for (var quota : Quotas.times(QUOTA).entrySet()) {
            plan = plan.set("partner.quotas." + quota.getKey(), quota.getValue().toString());
        }
        try (var campaign = new Campaign(plan)) {
            var outcome = campaign.soak(TIME, PORTION, BETWEEN_LOOKS, this::look);
            var findings = new ArrayList<>(new Judge(outcome).findings());
            findings.addAll(growth());
            Progress.say(new Report(outcome, findings).write());
            report(outcome, findings);
            assertThat(findings).isEmpty();
        }
    }

    private void look(Life life, Ledger.Size size) {
        footprints.add(Footprint.of(life.process().pid(), size));
        Progress.say("soak, seed %d: %s".formatted(Size.SEED, footprints.get(footprints.size() - 1)));
    }

    private List<String> growth() {
        var grown = new ArrayList<String>();
        flat("heap", 30, Footprint::heapMegabytes, grown);
        flat("threads", 5, Footprint::threads, grown);
        flat("connections", 5, Footprint::connections, grown);
        flat("open records", 2 * PORTION, Footprint::openRecords, grown);
        flat("rows per record", 0.5, Footprint::rowsPerRecord, grown);
        return grown;
    }

    /** @param slack that means nothing, whatever the share */
    private void flat(String what, double slack, ToDoubleFunction<Footprint> figure, List<String> grown) {
        var quarter = footprints.size() / 4;
        var early = mean(footprints.subList(quarter, 2 * quarter), figure);
        var late = mean(footprints.subList(footprints.size() - quarter, footprints.size()), figure);
        if (late - early > Math.max(slack, early * TOLERANCE)) {
            grown.add("GROWN: %s from %.1f to %.1f".formatted(what, early, late));
        }
    }

    private static double mean(List<Footprint> some, ToDoubleFunction<Footprint> figure) {
        return some.stream().mapToDouble(figure).average().orElse(0);
    }

    private void report(Outcome outcome, List<String> findings) {
        var row = new LinkedHashMap<String, Object>();
        var last = footprints.get(footprints.size() - 1);
        row.put(
                "asked for",
                "%,d documents".formatted(outcome.workload().documents().size()));
        row.put(
                "befell it",
                "%d × quota; at the end heap %.0f MB, %.0f threads, %.0f connections, %.1f rows per record"
                        .formatted(
                                QUOTA, last.heapMegabytes(), last.threads(), last.connections(), last.rowsPerRecord()));
        row.put("writes carried out", "%,d".formatted(outcome.partner().executed()));
        row.put("unanswered", outcome.unanswered().size());
        row.put("took", Progress.time(outcome.took()));
        row.put("seed", Size.SEED);
        row.put("findings", findings.size());
        Figures.add("soak", row);
    }
}
