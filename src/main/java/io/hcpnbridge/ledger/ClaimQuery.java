package io.hcpnbridge.ledger;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.hcpnbridge.json.ExactJson;
import java.sql.ResultSet;
import java.sql.SQLException;

/**
 * What claims due records: of each lane and urgency as many, and first of what the replica holds least of, so that neither a large file nor
 * a lane that stands still keeps others waiting, and what is least urgent gets its share as well.
 */
final class ClaimQuery {
    /** What a statement tells that claims records, together with their batch. */
    static final String RETURNING =
            """
            returning record.id, record.claim, batch.id as batch, record.tenant, record.interface, record.document, record.content::text as content,
                batch.mapping_version, batch.form, record.urgency, record.generation, record.cursor::text as cursor, record.placed,
                record.pending, record.first_batch_id || '/' || record.call_group as call_group,
                record.one_time = '{}' as codes_used, record.fields::text as fields, record.tries, record.restarts, record.steps
            """;

    /**
     * A walk through indexes, however many records there are. The planner does not know how many a claim takes: so it is given no choice of
     * another way. By {@code exists} it would look for the first row that fits in the whole table, and join all of it with what is due.
     */
    static final String SQL =
            """
            with held as (
                select tenant, interface, urgency, count(*) as records from record
                where state in ('CLAIMED', 'SENT') and claimed_by = :replica group by tenant, interface, urgency),
            open_lane as (
                select tenant, interface, urgency, room, coalesce(records, 0) as records
                from unnest(:tenants::text[], :interfaces::text[], :rooms::int[]) as wanted (tenant, interface, room)
                cross join (values (0), (1), (2)) as turn (urgency)
                left join held using (tenant, interface, urgency)
                where exists (select 1 from replica where name = :replica and alive_until > now())
                    and not exists (
                        select 1 from pause
                        where pause.tenant = wanted.tenant and pause.scope = 'interface:' || wanted.interface and until > now())
                    and not work_is_paused(wanted.tenant, wanted.interface)
                    and (
                        select id from record
                        where state = 'DUE' and record.tenant = wanted.tenant and record.interface = wanted.interface
                            and record.urgency = turn.urgency and due_at <= now()
                        order by due_at, id limit 1) is not null),
            lane as (
                select tenant, interface, urgency, greatest(1, least(
                    :limit / (select count(*) from open_lane), room / count(*) over (partition by tenant, interface))) as share
                from open_lane order by records, urgency, random() limit :limit),
            due as (
                select picked.id, first_batch_id, call_group from lane cross join lateral (
                    select id, first_batch_id, call_group from record
                    where state = 'DUE' and tenant = lane.tenant and interface = lane.interface and urgency = lane.urgency
                        and due_at <= now()
                    order by due_at, id limit lane.share for update skip locked) picked),
            call_group as materialized (
                select distinct first_batch_id, call_group from due where call_group is not null),
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
            where record.id = any (array(select id from due union select id from member)) and batch.id = record.first_batch_id
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
                Urgency.values()[row.getInt("urgency")],
                row.getString("generation"),
                json(row.getString("cursor")),
                row.getBoolean("placed"),
                row.getBoolean("pending"),
                row.getString("call_group"),
                row.getBoolean("codes_used"),
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
