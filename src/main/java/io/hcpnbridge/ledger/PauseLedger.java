package io.hcpnbridge.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Lanes and credentials that are left alone for a while. A pause doubles with every strike until it is lifted. */
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
     * A scope that is left alone.
     *
     * @param remaining from now
     * @param strikes in a row, since it was last lifted
     * @param reason of the last one
     */
    public record Rest(Duration remaining, int strikes, String reason) {}

    /**
     * Leaves a scope alone for {@code first}, doubled with every strike since it was last lifted, at most {@code longest}.
     * Strikes that come while the pause still holds (calls that were under way) do not count, but the probe's does; after a quiet
     * time of {@code longest} the count begins anew.
     *
     * @param trouble why
     */
    @Transactional
    public Rest pause(String tenant, String scope, Duration first, Duration longest, Trouble trouble, boolean probe) {
        var text = trouble.text();
        return jdbc.sql(
                        """
                        insert into pause as p (tenant, scope, until, strikes, reason, since, text, text_zh)
                        values (:tenant, :scope, now() + :first * interval '1 millisecond', 1, :reason, now(), :text, :textZh)
                        on conflict (tenant, scope) do update set
                            strikes = case
                                when p.until > now() and not :probe then p.strikes
                                when p.until < now() - :longest * interval '1 millisecond' then 1
                                else p.strikes + 1 end,
                            until = case
                                when p.until > now() and not :probe then p.until
                                when p.until < now() - :longest * interval '1 millisecond'
                                    then now() + :first * interval '1 millisecond'
                                else now() + least(:first * power(2, least(p.strikes, 30)), :longest)
                                    * interval '1 millisecond' end,
                            since = case when p.until < now() - greatest(:longest * interval '1 millisecond', %s) then now()
                                else coalesce(p.since, now()) end,
                            reason = excluded.reason, text = excluded.text, text_zh = excluded.text_zh
                        returning extract(epoch from until - now()) * 1000 as remaining, strikes, reason
                        """
                                .formatted(ParkingLedger.LEFT_ALONE))
                .param("tenant", tenant)
                .param("scope", scope)
                .param("first", first.toMillis())
                .param("longest", longest.toMillis())
                .param("reason", trouble.code())
                .param("text", text == null ? null : text.en())
                .param("textZh", text == null || text.isSame() ? null : text.zh())
                .param("probe", probe)
                .query(PauseLedger::rest)
                .single();
    }

    /** How a scope is left alone; not positive when its time is over and one call may find out whether it can be lifted. */
    public Optional<Rest> find(String tenant, String scope) {
        return jdbc.sql(
                        """
                        select extract(epoch from until - now()) * 1000 as remaining, strikes, reason from pause
                        where tenant = ? and scope = ?
                        """)
                .params(tenant, scope)
                .query(PauseLedger::rest)
                .optional();
    }

    /**
     * A scope of a tenant that is left alone.
     *
     * @param tenant whose calls wait
     * @param scope a lane, or a credential
     */
    public record Resting(String tenant, String scope, Rest rest) {}

    /** What is left alone now, the longest first, as far as one can read. */
    public List<Resting> resting() {
        return jdbc.sql(
                        """
                        select tenant, scope, extract(epoch from until - now()) * 1000 as remaining, strikes, reason
                        from pause where until > now() order by until desc limit 50
                        """)
                .query((row, number) -> new Resting(row.getString("tenant"), row.getString("scope"), rest(row, number)))
                .list();
    }

    /** Lets one caller find out whether a pause whose time is over can be lifted; the others go on waiting meanwhile. */
    @Transactional
    public boolean probe(String tenant, String scope, Duration time) {
        return jdbc.sql(
                                """
                                update pause set until = now() + ? * interval '1 millisecond'
                                where tenant = ? and scope = ? and until <= now()
                                """)
                        .params(time.toMillis(), tenant, scope)
                        .update()
                == 1;
    }

    /** The probe has found out nothing: the next caller may. */
    public void leave(String tenant, String scope) {
        jdbc.sql("update pause set until = now() where tenant = ? and scope = ? and until > now()")
                .params(tenant, scope)
                .update();
    }

    /** Ends a pause at once: its probe went through. */
    public void end(String tenant, String scope) {
        jdbc.sql("delete from pause where tenant = ? and scope = ?")
                .params(tenant, scope)
                .update();
    }

    /**
     * Ends the pauses of all scopes that begin so.
     *
     * @return how many there were
     */
    public int endAll(String tenant, String scopes) {
        return jdbc.sql("delete from pause where tenant = ? and starts_with(scope, ?)")
                .params(tenant, scopes)
                .update();
    }

    private static Rest rest(ResultSet row, int number) throws SQLException {
        return new Rest(Duration.ofMillis(row.getLong("remaining")), row.getInt("strikes"), row.getString("reason"));
    }
}
