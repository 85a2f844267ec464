package io.hcpnbridge.ledger;

import java.time.Duration;
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

    /** Takes the turn for so long, unless another node has it. */
    @Transactional
    public boolean take(String folder, String node, Duration time) {
        return jdbc.sql(
                                """
                                insert into poll_turn as turn (folder, node, until)
                                values (:folder, :node, now() + :time * interval '1 millisecond')
                                on conflict (folder) do update set node = excluded.node, until = excluded.until
                                    where turn.node = excluded.node or turn.until <= now()
                                """)
                        .param("folder", folder)
                        .param("node", node)
                        .param("time", time.toMillis())
                        .update()
                == 1;
    }

    /** Prolongs the turn; false if another node has taken it meanwhile. */
    @Transactional
    public boolean keep(String folder, String node, Duration time) {
        return jdbc.sql(
                                """
                                update poll_turn set until = now() + :time * interval '1 millisecond'
                                where folder = :folder and node = :node
                                """)
                        .param("folder", folder)
                        .param("node", node)
                        .param("time", time.toMillis())
                        .update()
                == 1;
    }

    /** Prolongs all turns of a node. */
    @Transactional
    public void keepAll(String node, Duration time) {
        jdbc.sql("update poll_turn set until = now() + ? * interval '1 millisecond' where node = ?")
                .params(time.toMillis(), node)
                .update();
    }

    /** Lets the next one look. */
    @Transactional
    public void end(String folder, String node) {
        jdbc.sql("delete from poll_turn where folder = ? and node = ?")
                .params(folder, node)
                .update();
    }
}
