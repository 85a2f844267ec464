package io.hcpnbridge.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** The long campaigns: {@code mvn verify -P campaign}, another one with {@code -Dcampaign.seed=…}. */
@Tag("campaign")
@EnabledIfSystemProperty(named = "campaign.seed", matches = "\\d+")
class CampaignTest {
    private static final long SEED = Long.getLong("campaign.seed", 1);
    private static final int WRITES = Integer.getInteger("campaign.writes", 300);
    private static final int READS = Integer.getInteger("campaign.reads", 300);
    private static final int KILLS = Integer.getInteger("campaign.kills", 15);

    @Test
    void oneReplicaIsKilledAgainAndAgain() throws Exception {
        findsNothing(Plan.of(SEED, WRITES, READS, KILLS, 1, false));
    }

    @Test
    void twoReplicasAreKilledInBadWeather() throws Exception {
        findsNothing(Plan.of(SEED + 1, WRITES, READS, KILLS, 2, true));
    }

    private static void findsNothing(Plan plan) throws Exception {
        try (var campaign = new Campaign(plan)) {
            var outcome = campaign.run();
            var findings = new Judge(outcome).findings();
            new PrintStream(System.out, true, StandardCharsets.UTF_8).println(new Report(outcome, findings).write());
            assertThat(findings).isEmpty();
        }
    }
}
