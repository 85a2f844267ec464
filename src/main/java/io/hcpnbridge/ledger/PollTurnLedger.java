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

    /** Takes the turns that no other node has, for so long; returns those that are this node's. */
    @Transactional
    public Set<String> take(Collection<String> folders, String node, Duration time) {
        return Set.copyOf(jdbc.sql(
                        """
                        insert into poll_turn as turn (folder, node, until)
                        select folder, :node, now() + :time * interval '1 millisecond'
                        from unnest(:folders::text[]) wanted (folder) order by folder
                        on conflict (folder) do update set node = excluded.node, until = excluded.until
                            where turn.node = excluded.node or turn.until <= now()
                        returning folder
                        """)
                .param("folders", folders.toArray(String[]::new))
                .param("node", node)
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
