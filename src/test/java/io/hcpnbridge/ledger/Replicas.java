package io.hcpnbridge.ledger;

import java.time.Duration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Processes that work on a test's ledger, under names of the test's own. */
public final class Replicas {
    private Replicas() {}

    /** Lets a process live for the rest of the test, and have lived for a day. */
    public static void alive(JdbcClient ledger, String name) {
        ledger.sql(
                        """
                        insert into replica (name, node, epoch, alive_since, alive_until)
                        values (?, ?, 0, now() - interval '1 day', now() + interval '1 day')
                        """)
                .params(name, name)
                .update();
    }

    /** The process has not been heard of for longer than its lease. */
    public static void silence(JdbcClient ledger, String name) {
        ledger.sql("update replica set alive_until = now() - interval '1 second' where name = ?")
                .param(name)
                .update();
    }

    /** It is heard of again. */
    public static void beat(JdbcClient ledger, String name) {
        new ReplicaLedger(ledger).prolong(name, Duration.ofDays(1));
    }
}
