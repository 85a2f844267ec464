package io.hcpnbridge.ledger;

import java.time.Duration;
import java.util.Collection;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The processes that work on this ledger, each with a lease of its own. Not a bean: a beat must not wait for a connection that work
 * keeps busy, so whoever beats brings one.
 */
public class ReplicaLedger {
    private final JdbcClient jdbc;

    /** @param jdbc commits each statement by itself */
    public ReplicaLedger(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Enters a process that was not known before.
     *
     * @param node what it calls itself; others may do so too
     * @return its name, which no other process has or will have
     */
    public String register(String node, Duration lease) {
        return jdbc.sql(
                        """
                        with next as (select nextval('replica_epoch') as epoch)
                        insert into replica (name, node, epoch, alive_until)
                        select :node || '#' || epoch, :node, epoch, now() + :lease * interval '1 millisecond' from next
                        returning name
                        """)
                .param("node", node)
                .param("lease", lease.toMillis())
                .query(String.class)
                .single();
    }

    /** Prolongs the lease; false if it is not known any more. */
    public boolean prolong(String replica, Duration lease) {
        return jdbc.sql(
                                """
                                update replica set alive_until = now() + :lease * interval '1 millisecond',
                                    alive_since = case when alive_until < now() then now() else alive_since end
                                where name = :replica
                                """)
                        .param("replica", replica)
                        .param("lease", lease.toMillis())
                        .update()
                == 1;
    }

    /**
     * Prolongs claims on records that it still has in hand, each once half of its time is over. Those that it has not in hand, as
     * their end could not be written, run out.
     */
    public void keep(String replica, Collection<Long> inHand, Duration time) {
        jdbc.sql(
                        """
                        with ending as (
                            select id from record
                            where state in ('CLAIMED', 'SENT', 'ASKING') and claimed_until < now() + :time * interval '1 millisecond' / 2
                                and claimed_by = :replica and id = any (:ids)
                            for update skip locked)
                        update record set claimed_until = now() + :time * interval '1 millisecond'
                        from ending where record.id = ending.id
                        """)
                .param("replica", replica)
                .param("ids", inHand.toArray(Long[]::new))
                .param("time", time.toMillis())
                .update();
    }

    /** Ends the lease: the process has left, or will not claim and send any more. */
    public void end(String replica) {
        jdbc.sql("delete from replica where name = ?").param(replica).update();
    }

    /** Forgets processes that have not been heard of for so long. */
    public void forget(Duration silence) {
        jdbc.sql("delete from replica where alive_until < now() - ? * interval '1 millisecond'")
                .param(silence.toMillis())
                .update();
    }
}
