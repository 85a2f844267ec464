package io.hcpnbridge.campaign;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Everything that the ERP asks for, and schedules, goes on while the adapter is killed again and again. */
@Tag("slow")
@Tag("campaign")
class KillsTest {
    private static final int KILLS = Size.of("kills", 200, 2);
    private static final int RECORDS = Size.of("records", 100_000, 60);
    private static final int PULLS = Size.of("pulls", 48, 2);

    @Test
    void oneReplicaIsKilledAtAnyInstant() throws Exception {
        Part.findsNothing(Plan.of("kills", Size.SEED, RECORDS / 2, RECORDS / 2)
                .pulling(PULLS)
                .shuffled(all -> IntStream.range(0, KILLS).forEach(i -> all.add(Strike.kill(Moment.AT_RANDOM)))));
    }
}
