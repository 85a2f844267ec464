package io.hcpnbridge.partner.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;

/** Whatever the quota and however calls come: no second holds more of them, and none waits for nothing. */
class PaceTest {
    private static final long SECOND = 1_000_000;
    private static final long SPARE = 15_000;

    @Property(tries = 300)
    void noSecondHoldsMoreCallsThanTheQuota(
            @ForAll @IntRange(min = 1, max = 1000) int quota, @ForAll @LongRange(min = 0, max = 999) long seed) {
        var slots = slots(quota, seed, 3 * quota + 20);

        assertThat(slots).isSorted();
        for (int i = quota; i < slots.size(); i++) {
            assertThat(slots.get(i) - slots.get(i - quota)).isGreaterThanOrEqualTo(SECOND + SPARE);
        }
    }

    @Property(tries = 100)
    void aLaneUnderLoadLosesNextToNothingOfItsQuota(@ForAll @IntRange(min = 1, max = 1000) int quota) {
        var model = new SlotModel();
        long last = 0;
        for (int i = 0; i <= 4 * quota; i++) {
            last = model.take(0, Pace.ofQuota(quota), Duration.ZERO, Duration.ofHours(1))
                    .orElseThrow();
        }

        assertThat(last).isLessThan(4 * (SECOND + SPARE) * 104 / 100);
    }

    @Property(tries = 100)
    void callsThatComeAtOnceLeaveNextToEvenly(@ForAll @IntRange(min = 1, max = 50) int quota) {
        var model = new SlotModel();
        var pace = Pace.ofQuota(quota);
        long last = 7;
        for (int i = 0; i < quota; i++) {
            long slot =
                    model.take(7, pace, Duration.ZERO, Duration.ofSeconds(10)).orElseThrow();
            assertThat(slot - last).isCloseTo(i == 0 ? 0 : pace.even().toNanos() / 1_000 * 9 / 10, within(20L));
            last = slot;
        }
    }

    /** Calls that come singly, in crowds and after pauses. */
    private static List<Long> slots(int quota, long seed, int calls) {
        var random = new Random(seed);
        var model = new SlotModel();
        var slots = new ArrayList<Long>();
        long now = 0;
        for (int i = 0; i < calls; i++) {
            now += random.nextInt(3) == 0 ? random.nextInt(2_000_000) / quota : 0;
            slots.add(model.take(now, Pace.ofQuota(quota), Duration.ZERO, Duration.ofHours(1))
                    .orElseThrow());
        }
        return slots;
    }
}
