package io.hcpnbridge.campaign;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.hcpnbridge.rehearsal.SmallDisc;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Database and broker stop, take no changes for a while, or have no room left. */
@Tag("slow")
@Tag("campaign")
class OutagesTest {
    private static final int STRIKES = Size.of("outages-of-each-kind", 100, 1);
    private static final int RECORDS_PER_STRIKE = Size.of("records-per-outage", 60, 20);
    private static final Duration LASTING = Duration.ofSeconds(Size.of("seconds-of-outage", 5, 3));

    @Test
    void theDatabaseFails() throws Exception {
        findsNothing(
                "database",
                List.of(Blow.STOP_DATABASE, Blow.CUT_SESSIONS, Blow.READ_ONLY_DATABASE, Blow.FULL_DATABASE));
    }

    @Test
    void theBrokerFails() throws Exception {
        findsNothing("broker", List.of(Blow.STOP_BROKER, Blow.FULL_BROKER));
    }

    private static void findsNothing(String part, List<Blow> blows) throws InterruptedException {
        assumeTrue(SmallDisc.isPossible(), "root may mount");
        var strikes = STRIKES * blows.size();
        var records = RECORDS_PER_STRIKE * (strikes + 1);
        Part.findsNothing(Plan.of(part, Size.SEED, records / 2, records / 2).strikes(strikes, blows, LASTING));
    }
}
