package io.hcpnbridge.endtoend.queues;

import static io.hcpnbridge.endtoend.queues.Requests.detail;
import static io.hcpnbridge.endtoend.queues.Requests.renewal;
import static io.hcpnbridge.endtoend.queues.Requests.status;
import static org.assertj.core.api.Assertions.assertThat;

import io.hcpnbridge.rehearsal.ErpQueue;
import io.hcpnbridge.rehearsal.RunningBridge;
import java.time.Duration;
import org.apache.camel.CamelContext;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What is held up for a while is not lost: neither the message nor its reply. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HeldMessagesTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final RunningBridge bridge = RunningBridge.start(surroundings -> {
        surroundings.withQueues().knowCustomer("c1");
        surroundings.partner().order("c1", order -> order.id("CS1"));
        surroundings.partner().resource("c1", "r1", resource -> resource);
    });
    private final ErpQueue erp = bridge.queue();

    @AfterAll
    void close() {
        bridge.close();
    }

    @Test
    void aMomentWithoutTheLedgerIsNotTheMessagesFault() {
        failTwiceInto("batch");

        assertThat(status(erp.reply(erp.send(renewal("R1", "c1", "r1"))))).isEqualTo("OK");
        assertThat(bridge.partner().journal().placedRenewals("r1")).isOne();
        assertThat(bridge.surroundings().broker().waiting(ErpQueue.REFUSED)).isZero();
    }

    @Test
    void aReplyWhoseTemporaryQueueHasGoneIsInTheConfiguredOne() throws Exception {
        var routes = bridge.bridge().bean(CamelContext.class).getRouteController();
        routes.stopRoute("deliver-replies");
        String id;
        try (var desk = ErpQueue.connect(bridge.surroundings().broker())) {
            var temporary = desk.temporaryQueue();
            id = desk.send(detail("D1", "CS1"), message -> message.setJMSReplyTo(temporary));
            Awaitility.await().atMost(PATIENCE).until(() -> composed("D1"));
        }
        routes.startRoute("deliver-replies");

        assertThat(status(erp.reply(id))).isEqualTo("OK");
    }

    private boolean composed(String batch) {
        return bridge.ledger()
                        .sql("select count(*) from batch where answered_at is not null and header->>'batchNumber' = ?")
                        .param(batch)
                        .query(Integer.class)
                        .single()
                == 1;
    }

    /** The next two inserts into this table meet a server that is going down. */
    private void failTwiceInto(String table) {
        bridge.ledger()
                .sql(
                        """
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
