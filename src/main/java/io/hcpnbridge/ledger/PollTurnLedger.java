package io.hcpnbridge.ledger;

import java.time.Duration;
import java.util.Collection;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Whose turn it is to look into a folder of the ERP. */
@Repository
public class PollTurnLedger {
    private final JdbcClient jdbc;

    PollTurnLedger(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Takes the turns that no other living process has, for so long; returns those that are the holder's. */
    @Transactional
    public Set<String> take(Collection<String> folders, Holder holder, Duration time) {
        return Set.copyOf(jdbc.sql(
                        """
                        insert into poll_turn as turn (folder, node, until)
                        select folder, :holder, now() + :time * interval '1 millisecond'
                        from unnest(:folders::text[]) wanted (folder) order by folder
                        on conflict (folder) do update set node = excluded.node, until = excluded.until
                            where turn.node = excluded.node or turn.until <= now() or %s
                        returning folder
                        """
                                .formatted(Holder.isGone("turn.node")))
                .param("folders", folders.toArray(String[]::new))
                .params(holder.parameters())
                .param("time", time.toMillis())
                .query(String.class)
                .list());
    }

    /** Prolongs all turns of a node. */
    @Transactional
    public void keepAll(String node, Duration time) {
        jdbc.sql("update poll_turn set until = now() + ? * interval '1 millisecond' where node = ?")
                .params(time.toMillis(), node)
                .update();
    }

    /** Lets others look into all folders but these. */
    @Transactional
    public void endOthers(Collection<String> kept, String node) {
        jdbc.sql("delete from poll_turn where node = ? and not folder = any(?::text[])")
                .params(node, kept.toArray(String[]::new))
                .update();
    }
}
