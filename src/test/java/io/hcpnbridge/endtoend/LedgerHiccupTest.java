package io.hcpnbridge.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import io.hcpnbridge.rehearsal.RunningBridge;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The database fails for a moment while a call is under way: what is known is not forgotten, what was sent is not sent again. */
@Tag("slow")
@Tag("outages")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LedgerHiccupTest {
    private final RunningBridge bridge = RunningBridge.start(surroundings -> {
        surroundings.partner().customer("c1");
        surroundings.partner().resource("c1", "r-attempt", resource -> resource);
        surroundings.partner().resource("c1", "r-attempt_outcome", resource -> resource);
        surroundings.partner().resource("c1", "r-lane_slot", resource -> resource);
        surroundings.knowCustomer("c1");
    });

    @AfterAll
    void close() {
        bridge.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"attempt_outcome", "attempt", "lane_slot"})
    void aRenewalIsSentOnceAndAnsweredAsItWas(String table) {
        failTwiceInto(table);
        var resource = "r-" + table;

        var answer = bridge.ask(
                "orders.renew",
                Map.of(
                        "document",
                        resource,
                        "customerId",
                        "c1",
                        "resource1",
                        resource,
                        "periodType",
                        "2",
                        "periodNum",
                        "1",
                        "expireMode",
                        "2",
                        "autoPay",
                        "Y"),
                Map.of("periodTotal", "1"));

        assertThat(answer)
                .filteredOn(line -> line.record().equals("result"))
                .extracting(line -> line.get("status"))
                .containsExactly("OK");
        assertThat(bridge.partner().journal().placedRenewals(resource)).isOne();
    }

    /** The next two inserts into this table meet a server that is going down. */
    private void failTwiceInto(String table) {
        bridge.ledger()
                .sql(
                        """
                        drop trigger if exists fail on attempt;
                        drop trigger if exists fail on attempt_outcome;
                        drop trigger if exists fail on lane_slot;
                        create sequence fail_%1$s;
                        create function fail_%1$s() returns trigger language plpgsql as $$ begin
                            if nextval('fail_%1$s') <= 2 then
                                raise exception using errcode = '57P01', message = 'terminating connection';
                            end if;
                            return new;
                        end $$;
                        create trigger fail before insert on %1$s for each row execute function fail_%1$s()
                        """
                                .formatted(table))
                .update();
    }
}
