package io.hcpnbridge.ledger;

import io.hcpnbridge.text.Words;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** How far each tenant is on its way from the old endpoints to the new ones. What is set holds for all replicas and over restarts. */
@Repository
public class CutoverLedger {
    private final JdbcClient jdbc;

    CutoverLedger(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A difference that somebody has explained, see {@code explained_difference}. */
    public record Explained(String tenant, String interfaceName, String kind, String field, String by, String reason) {}

    /** Of the tenants that are on the way. */
    public List<Cutover> all() {
        return jdbc.sql("select * from cutover order by tenant")
                .query(CutoverLedger::cutover)
                .list();
    }

    /** How far a tenant is, which stays so until this transaction ends; empty: all goes as it is configured. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Optional<Cutover> hold(String tenant) {
        return jdbc.sql("select * from cutover where tenant = ? for update")
                .param(tenant)
                .query(CutoverLedger::cutover)
                .optional();
    }

    /** Takes the place of what there was; a step back is over with it. */
    @Transactional
    public void set(String tenant, int shadow, int reads, int writes, String by, String reason) {
        jdbc.sql(
                        """
                        insert into cutover (tenant, shadow, reads, writes, set_by, reason) values (?, ?, ?, ?, ?, ?)
                        on conflict (tenant) do update set shadow = excluded.shadow, reads = excluded.reads, writes = excluded.writes,
                            set_by = excluded.set_by, reason = excluded.reason, set_at = clock_timestamp(),
                            stepped_back = null, stepped_back_zh = null
                        """)
                .params(tenant, shadow, reads, writes, by, reason)
                .update();
    }

    /** From now on everything goes as the tenant is configured; false if it did so already. */
    @Transactional
    public boolean end(String tenant) {
        return jdbc.sql("delete from cutover where tenant = ?").param(tenant).update() > 0;
    }

    /** What either generation can take goes to the old one again; false if it did so already. Shadow reads go on. */
    @Transactional
    public boolean stepBack(String tenant, Words why) {
        return jdbc.sql(
                                """
                                update cutover set reads = 0, writes = 0, stepped_back = ?, stepped_back_zh = ?
                                where tenant = ? and (reads > 0 or writes > 0)
                                """)
                        .params(why.en(), why.zh(), tenant)
                        .update()
                > 0;
    }

    /** The difference is known from now on. */
    @Transactional
    public void explain(Explained difference) {
        jdbc.sql(
                        """
                        insert into explained_difference (tenant, interface, kind, field, explained_by, reason) values (?, ?, ?, ?, ?, ?)
                        on conflict (tenant, interface, kind, field) do update set explained_by = excluded.explained_by,
                            reason = excluded.reason, explained_at = now()
                        """)
                .params(
                        difference.tenant(),
                        difference.interfaceName(),
                        difference.kind(),
                        difference.field(),
                        difference.by(),
                        difference.reason())
                .update();
    }

    /** The difference is not known any more; false if it was not. */
    @Transactional
    public boolean forget(String tenant, String interfaceName, String kind, String field) {
        return jdbc.sql(
                                "delete from explained_difference where tenant = ? and interface = ? and kind = ? and field = ?")
                        .params(tenant, interfaceName, kind, field)
                        .update()
                > 0;
    }

    /** All of them. */
    public List<Explained> explained() {
        return jdbc.sql("select * from explained_difference order by tenant, interface, kind, field")
                .query((row, number) -> new Explained(
                        row.getString("tenant"),
                        row.getString("interface"),
                        row.getString("kind"),
                        row.getString("field"),
                        row.getString("explained_by"),
                        row.getString("reason")))
                .list();
    }

    private static Cutover cutover(ResultSet row, int number) throws SQLException {
        var steppedBack = row.getString("stepped_back");
        return new Cutover(
                row.getString("tenant"),
                row.getInt("shadow"),
                row.getInt("reads"),
                row.getInt("writes"),
                row.getString("set_by"),
                row.getString("reason"),
                row.getObject("set_at", OffsetDateTime.class).toInstant(),
                steppedBack == null ? null : new Words(steppedBack, row.getString("stepped_back_zh")));
    }
}
