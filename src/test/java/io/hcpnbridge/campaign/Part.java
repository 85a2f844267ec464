package io.hcpnbridge.campaign;

import static org.assertj.core.api.Assertions.assertThat;

/** Runs a plan, reports it, and finds nothing. */
final class Part {
    private Part() {}

    static void findsNothing(Plan plan) throws InterruptedException {
        Progress.say("%s: seed %d; the same plan again with -Dcampaign.seed=%d"
                .formatted(plan.part(), plan.seed(), Size.SEED));
        try (var campaign = new Campaign(plan)) {
            var outcome = campaign.run();
            var findings = new Judge(outcome).findings();
            Progress.say(new Report(outcome, findings).write());
            assertThat(findings).isEmpty();
        }
    }
}
