package io.hcpnbridge.desk.read;

import io.hcpnbridge.desk.read.Association.Listed;
import java.sql.ResultSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * What documents of {@code customers.associations} tell of customers: those whose rows are kept for the next one with {@code CHANGES}, and those
 * that were answered with all of their rows. A list with filters tells of whom it has, never of whom it does not; and one of a reseller's customers
 * tells of none of the partner's own.
 */
@Repository
class AssociationQuery {
    /** Lists of all customers that are looked into, the last first, besides those that are kept. */
    private static final int LISTS = 20;

    /** The conditions are spelled out: only so does the planner see which index has them. */
    private static final String ANSWERED =
            """
            (select content, reading_since, null::bigint as snapshot, id as record from record
            where tenant = :tenant and interface = 'customers.associations' and state = 'OK' and emptied_at is null
                and coalesce(content ->> 'customerId', '') = %s and content ->> 'scope' is distinct from 'CHANGES'
            order by changed_at desc limit :lists)
            """;

    private static final String LISTED =
            """
            with kept as materialized (
                select content, reading_since, snapshot.id as snapshot, null::bigint as record
                from snapshot join record on record.id = record_id
                where snapshot.tenant = :tenant and snapshot.interface = 'customers.associations' and emptied_at is null
                    and (coalesce(content ->> 'customerId', '') = '' or content ->> 'customerId' = any (:customers)))
            select distinct on (customer) customer, among, reading_since from (
                select customer, list.content, reading_since,
                    exists (select 1 from snapshot_row where snapshot_id = snapshot and row_key = 'customer:' || customer)
                        or exists (select 1 from result_row where record_id = record and row_key = 'customer:' || customer) as among
                from unnest(:customers::text[]) customer, lateral (
                    select * from kept where coalesce(content ->> 'customerId', '') in ('', customer)
                    union all %s union all %s) list) known
            where reading_since is not null and coalesce(content ->> 'resellerId', '') = '' and (among or not exists (
                select 1 from json_each_text(content) filter
                where filter.key not in ('document', 'scope', 'customerId', 'remark') and filter.value <> ''))
            order by customer, reading_since desc
            """
                    .formatted(ANSWERED.formatted("''"), ANSWERED.formatted("customer"));

    private final JdbcClient jdbc;

    AssociationQuery(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What the last list that tells of a customer says, by customer id; without those that none tells of. */
    Map<String, Listed> of(String tenant, Collection<String> customers) {
        var listed = new HashMap<String, Listed>();
        jdbc.sql(LISTED)
                .param("tenant", tenant)
                .param("customers", customers.toArray(String[]::new))
                .param("lists", LISTS)
                .query((ResultSet row) -> {
                    listed.put(
                            row.getString("customer"),
                            new Listed(row.getBoolean("among"), Rows.instant(row, "reading_since")));
                });
        return listed;
    }
}
