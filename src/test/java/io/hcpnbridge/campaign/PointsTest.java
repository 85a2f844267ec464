package io.hcpnbridge.campaign;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The adapter is killed just before and just after each step that the ledger must know of. */
@Tag("slow")
@Tag("campaign")
class PointsTest {
    private static final int KILLS = Size.of("kills-per-point", 50, 1);
    private static final int MOST_KILLS = Size.of("kills-at-points", Integer.MAX_VALUE, 2);
    private static final int RECORDS_PER_KILL = Size.of("records-per-kill", 60, 40);

    @Test
    void oneReplicaIsKilledBeforeAndAfterEachStep() throws Exception {
        var kills = kills();
        var records = RECORDS_PER_KILL * (kills.size() + 1);
        Part.findsNothing(
                Plan.of("points", Size.SEED, records * 2 / 3, records / 3).shuffled(all -> all.addAll(kills)));
    }

    private static List<Strike> kills() {
        var kills = new ArrayList<Strike>();
        for (var point : Point.values()) {
            for (int turn = 0; turn < KILLS; turn++) {
                kills.add(Strike.kill(point.moment(turn)));
            }
        }
        Collections.shuffle(kills, new Random(Size.SEED));
        return kills.subList(0, Math.min(MOST_KILLS, kills.size()));
    }
}
