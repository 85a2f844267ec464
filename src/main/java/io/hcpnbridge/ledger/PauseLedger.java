package io.hcpnbridge.ledger;

import java.time.Duration;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Lanes and credentials that are left alone for a while. A pause doubles with every strike in a row. */
@Repository
public class PauseLedger {
    private final JdbcClient jdbc;

    PauseLedger(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The scope of an interface's lane. */
    public static String lane(String interfaceName) {
        return "interface:" + interfaceName;
    }

    /**
     * Leaves a scope alone for {@code first}, doubled with every strike in a row, at most {@code longest}. Strikes that come while
     * the pause still holds (calls that were under way) do not count; after a quiet time of {@code longest} the row begins anew.
     *
     * @return how long from now
     */
    @Transactional
    public Duration pause(String tenant, String scope, Duration first, Duration longest, String reason) {
        return Duration.ofMillis(jdbc.sql(
                        """
                        insert into pause as p (tenant, scope, until, strikes, reason)
                        values (:tenant, :scope, now() + :first * interval '1 millisecond', 1, :reason)
                        on conflict (tenant, scope) do update set
                            strikes = case
                                when p.until > now() then p.strikes
                                when p.until < now() - :longest * interval '1 millisecond' then 1
                                else p.strikes + 1 end,
                            until = case
                                when p.until > now() then p.until
                                when p.until < now() - :longest * interval '1 millisecond'
                                    then now() + :first * interval '1 millisecond'
                                else now() + least(:first * power(2, least(p.strikes, 30)), :longest)
                                    * interval '1 millisecond' end,
                            reason = excluded.reason
                        returning extract(epoch from until - now()) * 1000
                        """)
                .param("tenant", tenant)
                .param("scope", scope)
                .param("first", first.toMillis())
                .param("longest", longest.toMillis())
                .param("reason", reason)
                .query(Long.class)
                .single());
    }

    /** How long a scope is still to be left alone; empty if it is not. */
    public Optional<Duration> remaining(String tenant, String scope) {
        return jdbc.sql(
                        """
                        select extract(epoch from until - now()) * 1000 from pause
                        where tenant = ? and scope = ? and until > now()
                        """)
                .params(tenant, scope)
                .query(Long.class)
                .optional()
                .map(Duration::ofMillis);
    }
}
