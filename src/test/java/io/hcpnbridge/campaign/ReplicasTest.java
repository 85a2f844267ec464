package io.hcpnbridge.campaign;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Of several replicas one is killed, stops in order, stands still for longer than its lease lasts, or no longer reaches the ledger. */
@Tag("slow")
@Tag("campaign")
class ReplicasTest {
    private static final int STRIKES = Size.of("strikes-at-replicas", 24, 2);
    private static final int MOST_REPLICAS = Size.of("replicas", 4, 2);
    private static final int RECORDS_PER_STRIKE = Size.of("records-per-strike", 200, 40);
    private static final Duration LASTING = Duration.ofSeconds(Size.of("seconds-without", 60, 15));
    private static final List<Blow> BLOWS = List.of(Blow.CUT_OFF, Blow.TERMINATE, Blow.KILL, Blow.FREEZE);

    static IntStream replicas() {
        return IntStream.rangeClosed(2, MOST_REPLICAS);
    }

    @ParameterizedTest
    @MethodSource("replicas")
    void someOfThemFail(int replicas) throws Exception {
        var records = RECORDS_PER_STRIKE * (STRIKES + 1);
        Part.findsNothing(Plan.of("replicas-" + replicas, Size.SEED + replicas, records / 2, records / 2)
                .replicas(replicas)
                .in(Weather.bad())
                .shuffled(all -> IntStream.range(0, STRIKES).forEach(i -> all.add(strike(i, replicas)))));
    }

    /** Each number of replicas begins with another kind, so that a slice has all. */
    private static Strike strike(int number, int replicas) {
        var blow = BLOWS.get((number + replicas) % BLOWS.size());
        return Strike.of(blow, blow == Blow.FREEZE || blow == Blow.CUT_OFF ? LASTING : Duration.ZERO);
    }
}
