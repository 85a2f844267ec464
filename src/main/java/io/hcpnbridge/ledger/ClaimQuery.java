package io.hcpnbridge.ledger;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.hcpnbridge.json.ExactJson;
import java.sql.ResultSet;
import java.sql.SQLException;

/** What claims due records: as many of each lane, and first of the lanes that the replica holds least of. */
final class ClaimQuery {
    /** What a statement tells that claims records, together with their batch. */
    static final String RETURNING =
            """
            returning record.id, record.claim, batch.id as batch, record.tenant, record.interface, record.document, record.content::text as content,
                batch.mapping_version, batch.form, record.generation, record.cursor::text as cursor, record.placed,
                record.pending, record.first_batch_id || '/' || record.call_group as call_group,
                record.fields::text as fields, record.tries, record.restarts, record.steps
            """;

    static final String SQL =
            """
            with held as (
                select tenant, interface, count(*) as records from record
                where state in ('CLAIMED', 'SENT') and claimed_by = :replica group by tenant, interface),
            open_lane as (
                select tenant, interface, coalesce(records, 0) as records
                from unnest(:tenants::text[], :interfaces::text[]) as wanted (tenant, interface)
                left join held using (tenant, interface)
                where exists (select 1 from replica where name = :replica and alive_until > now())
                    and not exists (
                        select 1 from pause
                        where pause.tenant = wanted.tenant and pause.scope = 'interface:' || wanted.interface and until > now())
                    and not work_is_paused(wanted.tenant, wanted.interface)
                    and exists (
                        select 1 from record
                        where state = 'DUE' and record.tenant = wanted.tenant and record.interface = wanted.interface
                            and due_at <= now())),
            lane as (
                select tenant, interface, greatest(:limit / (select count(*) from open_lane), 1) as share from open_lane
                order by records, random() limit :limit),
            due as (
                select picked.id from lane cross join lateral (
                    select id from record
                    where state = 'DUE' and tenant = lane.tenant and interface = lane.interface and due_at <= now()
                    order by due_at, id limit lane.share for update skip locked) picked),
            call_group as materialized (
                select distinct first_batch_id, call_group from record
                where id in (select id from due) and call_group is not null),
            member as (
                select picked.id from call_group cross join lateral (
                    select id from record
                    where state = 'DUE' and record.first_batch_id = call_group.first_batch_id
                        and record.call_group = call_group.call_group and due_at <= now()
                    for update skip locked) picked)
            update record set state = 'CLAIMED', claim = claim + 1, claimed_by = :replica,
                claimed_until = now() + :time * interval '1 millisecond', changed_at = now(),
                reading_since = case when cursor is null then now() else reading_since end
            from batch
            where record.id in (select id from due union select id from member) and batch.id = record.first_batch_id
            %s
            """
                    .formatted(RETURNING);

    private ClaimQuery() {}

    static ClaimedRecord record(ResultSet row, int number) throws SQLException {
        return new ClaimedRecord(
                row.getLong("id"),
                row.getLong("claim"),
                row.getLong("batch"),
                row.getString("tenant"),
                row.getString("interface"),
                row.getString("document"),
                (ObjectNode) ExactJson.read(row.getString("content")),
                row.getString("mapping_version"),
                row.getString("form"),
                row.getString("generation"),
                json(row.getString("cursor")),
                row.getBoolean("placed"),
                row.getBoolean("pending"),
                row.getString("call_group"),
                (ObjectNode) ExactJson.read(row.getString("fields")),
                row.getInt("tries"),
                row.getInt("restarts"),
                row.getInt("steps"),
                null);
    }

    private static JsonNode json(String text) {
        return text == null ? null : ExactJson.read(text);
    }
}
