package io.hcpnbridge.ledger;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** How much there is to do, and what the latest records of each lane have cost. Each question is a walk through an index. */
@Repository
public class LoadLedger {
    private final JdbcClient jdbc;

    LoadLedger(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * What a record of a lane costs of one API.
     *
     * @param calls of a thousand records
     * @param millis that a call takes, on average
     */
    public record Cost(Lane lane, String api, long calls, long millis) {}

    /** Records that are not final, of lanes that have any. */
    public Map<Lane, Long> waiting() {
        return jdbc
                .sql(
                        """
                        select tenant, interface, sum(records) as records from (
                            select tenant, interface, count(*) as records from record where state = 'DUE' group by tenant, interface
                            union all
                            select tenant, interface, count(*) from record where state in ('CLAIMED', 'SENT') group by tenant, interface) open
                        group by tenant, interface
                        """)
                .query((row, number) -> Map.entry(
                        new Lane(row.getString("tenant"), row.getString("interface")), row.getLong("records")))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** What the records have cost that ended among the last two thousand calls; records that share a call share its cost. */
    public List<Cost> costs() {
        return jdbc.sql(
                        """
                        with ended as (
                            select id, tenant, interface, count(*) over (partition by tenant, interface) as records from record
                            where state in ('OK', 'PARTIAL', 'REFUSED', 'FAILED')
                                and id in (select record_id from (select record_id from attempt order by id desc limit 2000) latest))
                        select tenant, interface, api, 1000 * count(distinct coalesce(token::text, attempt.id::text)) / max(records) as calls,
                            round(coalesce(avg(duration_ms), 0))::bigint as millis
                        from ended join attempt on record_id = ended.id left join attempt_outcome on attempt_id = attempt.id
                        group by tenant, interface, api
                        """)
                .query((row, number) -> new Cost(
                        new Lane(row.getString("tenant"), row.getString("interface")),
                        row.getString("api"),
                        row.getLong("calls"),
                        row.getLong("millis")))
                .list();
    }

    /** How much further apart than their quotas ask for slots are, in thousandths; without lanes that have made no call yet. */
    public Map<String, Long> slack(String tenant, Collection<String> apis) {
        return jdbc
                .sql(
                        "select api, round(1000 * slack)::bigint as slack from lane_slot where tenant = ? and api = any (?)")
                .params(tenant, apis.toArray(String[]::new))
                .query((row, number) -> Map.entry(row.getString("api"), row.getLong("slack")))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
