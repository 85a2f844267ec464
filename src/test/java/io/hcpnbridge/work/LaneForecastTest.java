package io.hcpnbridge.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import io.hcpnbridge.ledger.Lane;
import io.hcpnbridge.ledger.LedgerBench;
import io.hcpnbridge.ledger.LoadLedger;
import io.hcpnbridge.ledger.QuotaLedger;
import io.hcpnbridge.partner.call.Quotas;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is told of a lane's end, against the slots that its calls really get. */
class LaneForecastTest {
    private static final Lane LANE = new Lane("acme", "orders.list");
    private static final String API = "list-orders-new";
    private static final int RECORDS = 200;
    private static final int ENDED = 40;

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private LedgerBench bench;
    private LaneForecast forecast;

    @BeforeEach
    void open() {
        bench = new LedgerBench(RECORDS);
        forecast = new LaneForecast(
                bench.part(LoadLedger.class), new Quotas(Map.of(API, 10), Map.of()), interfaceName -> List.of(API));
        forecast.register(meters, LANE);
    }

    @Test
    void aQuietLaneEndsWhenItsCallsHaveHadTheirSlots() {
        endSomeWith(2);

        forecast.look();

        var slots = lastSlot(2 * (RECORDS - ENDED));
        assertThat(forecast.rest(LANE).toMillis()).isCloseTo(slots.toMillis(), withinPercentage(10));
        assertThat(meters.get("lane.records.waiting")
                        .tags("tenant", "acme", "interface", "orders.list")
                        .gauge()
                        .value())
                .isEqualTo(RECORDS - ENDED);
        assertThat(meters.get("lane.rest").gauge().value()).isCloseTo(slots.toSeconds(), withinPercentage(10));
    }

    @Test
    void ofALaneThatNothingIsKnownOfEachRecordIsTakenForOneCall() {
        forecast.look();

        assertThat(forecast.rest(LANE).toMillis()).isCloseTo(lastSlot(RECORDS).toMillis(), withinPercentage(10));
    }

    @Test
    void interfacesThatCallTheSameApiShareItsSlots() {
        bench.sql()
                .sql("update record set interface = 'orders.detail' where id % 2 = 0")
                .update();
        endSomeWith(1);

        forecast.look();

        assertThat(forecast.rest(LANE).toMillis())
                .isCloseTo(lastSlot(RECORDS - ENDED).toMillis(), withinPercentage(10));
    }

    @Test
    void aRecordWhoseCallsFollowEachOtherTakesAsLongAsTheyDo() {
        endSomeWith(300);
        bench.sql().sql("update record set state = 'OK' where id > 1").update();
        bench.sql()
                .sql(
                        "insert into attempt_outcome (attempt_id, verdict, outcome_known, duration_ms) select id, 'success', true, 500 from attempt")
                .update();
        bench.sql().sql("update record set state = 'DUE' where id = " + RECORDS).update();

        forecast.look();

        assertThat(forecast.rest(LANE)).isGreaterThan(Duration.ofSeconds(100));
    }

    /** The first records have ended, with so many calls each. */
    private void endSomeWith(int calls) {
        bench.sql().sql("update record set state = 'OK' where id <= " + ENDED).update();
        bench.sql()
                .sql(
                        """
                        insert into attempt (record_id, claim, node, api, endpoint, effect, body_hash)
                        select id, 1, 'n', ?, 'GET /', 'READ', '00' from record cross join generate_series(1, ?) where state = 'OK'
                        """)
                .params(API, calls)
                .update();
    }

    /** When the last of so many calls has its slot, from the first on. All are ahead: how long the taking takes does not count. */
    private Duration lastSlot(int calls) {
        take(Duration.ofMinutes(30));
        var first = latestSlot();
        for (int i = 1; i < calls; i++) {
            take(Duration.ZERO);
        }
        return Duration.between(first, latestSlot());
    }

    private void take(Duration soonest) {
        bench.part(QuotaLedger.class).take("acme", API, 10, Duration.ofMillis(1_015), soonest, Duration.ofHours(1));
    }

    private OffsetDateTime latestSlot() {
        return bench.sql()
                .sql("select slots[cardinality(slots)] from lane_slot")
                .query(OffsetDateTime.class)
                .single();
    }
}
