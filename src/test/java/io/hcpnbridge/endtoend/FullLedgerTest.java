package io.hcpnbridge.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import io.hcpnbridge.rehearsal.ErpFormat;
import io.hcpnbridge.rehearsal.RunningBridge;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A database without room for another row: nothing is sent that it has not, nothing that was sent is forgotten. */
@Tag("slow")
@Tag("outages")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FullLedgerTest {
    private static final String RENEW = "orders.renew";

    private final ErpFormat format = ErpFormat.of(RENEW);
    private final RunningBridge bridge = RunningBridge.start(surroundings -> {
        surroundings.knowCustomer("c1");
        for (var table : List.of("record", "attempt", "attempt_outcome", "answer_part")) {
            surroundings.partner().resource("c1", "r-" + table, resource -> resource);
        }
    });

    @AfterAll
    void close() {
        bridge.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"record", "attempt", "attempt_outcome", "answer_part"})
    void whatIsUnderWayWaitsForRoomAndIsDoneOnce(String table) {
        var resource = "r-" + table;
        fill(table);

        bridge.erp().drop(RENEW, resource + ".txt", batch(resource));
        await().until(() -> turnedAway(table) > 2);
        await().during(Duration.ofSeconds(3))
                .until(() -> bridge.erp().answer(RENEW, resource + ".txt").isEmpty());
        assertThat(bridge.partner().journal().placedRenewals(resource))
                .isEqualTo(List.of("record", "attempt").contains(table) ? 0 : 1);

        makeRoom(table);
        assertThat(format.read(bridge.awaitAnswer(RENEW, resource + ".txt")))
                .filteredOn(line -> line.record().equals("result"))
                .extracting(line -> line.get("status"))
                .containsExactly("OK");
        assertThat(bridge.partner().journal().placedRenewals(resource)).isOne();
    }

    private byte[] batch(String resource) {
        var renewal = Map.of(
                "document", resource,
                "customerId", "c1",
                "resource1", resource,
                "periodType", "2",
                "periodNum", "1",
                "expireMode", "2",
                "autoPay", "Y");
        return format.batch(resource, List.of(renewal), Map.of("periodTotal", "1"));
    }

    /** Inserts into this table meet a disk that is full; a sequence is the only thing that a transaction does not take back. */
    private void fill(String table) {
        bridge.ledger()
                .sql(
                        """
                        create sequence turned_away_%1$s;
                        create function turn_away_%1$s() returns trigger language plpgsql as $$ begin
                            perform nextval('turned_away_%1$s');
                            raise exception using errcode = '53100',
                                message = 'could not extend file "base/1/2": No space left on device';
                        end $$;
                        create trigger turn_away before insert on %1$s for each row execute function turn_away_%1$s()
                        """
                                .formatted(table))
                .update();
    }

    private void makeRoom(String table) {
        bridge.ledger().sql("drop trigger turn_away on " + table).update();
    }

    private int turnedAway(String table) {
        return bridge.ledger()
                .sql("select coalesce(last_value, 0) from pg_sequences where sequencename = ?")
                .param("turned_away_" + table)
                .query(Integer.class)
                .single();
    }

    private static ConditionFactory await() {
        return Awaitility.await().atMost(Duration.ofSeconds(60)).pollInterval(Duration.ofMillis(200));
    }
}
