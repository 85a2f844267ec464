package io.hcpnbridge.desk.read;

import io.hcpnbridge.ledger.Cutover;
import io.hcpnbridge.ledger.CutoverLedger;
import io.hcpnbridge.partner.settings.PartnerSettings;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** How far the tenants are on their way from the old endpoints to the new ones, and where both tell something else. */
@Repository
public class CutoverQuery {
    private static final int MOST = 100;
    private static final String DIFFERENCES =
            """
            select tenant, interface, document, ended_at, kind, row_key, field, shadow_read.answered as answered_by,
                shadow_difference.answered, shadowed
            from shadow_difference join shadow_read on shadow_read.id = shadow_id
            """;

    private final JdbcClient jdbc;
    private final CutoverLedger ledger;
    private final PartnerSettings partner;

    CutoverQuery(JdbcClient jdbc, CutoverLedger ledger, PartnerSettings partner) {
        this.jdbc = jdbc;
        this.ledger = ledger;
        this.partner = partner;
    }

    /** Of every tenant. */
    @Transactional(readOnly = true)
    public List<CutoverState> states() {
        var set = ledger.all().stream().collect(Collectors.toMap(Cutover::tenant, Function.identity()));
        return partner.tenants().keySet().stream()
                .sorted()
                .map(tenant -> new CutoverState(
                        tenant,
                        partner.tenants().get(tenant).ordersGeneration().name(),
                        set.get(tenant),
                        compared(tenant),
                        waiting(tenant)))
                .toList();
    }

    private Map<String, Long> compared(String tenant) {
        var compared = new TreeMap<String, Long>();
        jdbc.sql(
                        """
                        select verdict, count(*) as reads from shadow_read join cutover using (tenant)
                        where tenant = ? and ended_at >= set_at group by verdict
                        """)
                .param(tenant)
                .query((ResultSet row) -> {
                    compared.put(row.getString("verdict"), row.getLong("reads"));
                });
        return compared;
    }

    private long waiting(String tenant) {
        return jdbc.sql("select count(*) from shadow_read where ended_at is null and tenant = ?")
                .param(tenant)
                .query(Long.class)
                .single();
    }

    /**
     * The latest, the last first.
     *
     * @param plain whether the reader may see what stands in answers
     */
    public List<FoundDifference> latest(boolean plain) {
        return jdbc.sql(DIFFERENCES + "order by shadow_id desc, position limit ?")
                .param(MOST)
                .query((row, number) -> difference(row, plain))
                .list();
    }

    /** Those of one document. */
    List<FoundDifference> of(long record, boolean plain) {
        return jdbc.sql(DIFFERENCES + "where record_id = ? order by shadow_id, position")
                .param(record)
                .query((row, number) -> difference(row, plain))
                .list();
    }

    private static FoundDifference difference(ResultSet row, boolean plain) throws SQLException {
        return new FoundDifference(
                Rows.key(row),
                Rows.instant(row, "ended_at"),
                row.getString("kind"),
                row.getString("row_key"),
                row.getString("field"),
                row.getString("answered_by"),
                plain ? row.getString("answered") : null,
                plain ? row.getString("shadowed") : null);
    }
}
