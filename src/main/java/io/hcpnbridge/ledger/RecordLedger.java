package io.hcpnbridge.ledger;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.hcpnbridge.json.ExactJson;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Claims of records and what each step ends with. Every change names the claim it is made under and the state it leaves. */
@Repository
public class RecordLedger {
    private static final String CLAIM =
            """
            with lane as (
                select tenant, interface from unnest(:tenants::text[], :interfaces::text[]) as wanted (tenant, interface)
                where not exists (
                    select 1 from pause
                    where pause.tenant = wanted.tenant and pause.scope = 'interface:' || wanted.interface and until > now())),
            due as (
                select picked.id from lane cross join lateral (
                    select id from record
                    where state = 'DUE' and tenant = lane.tenant and interface = lane.interface and due_at <= now()
                    order by due_at, id limit :limit for update skip locked) picked),
            call_group as materialized (
                select distinct first_batch_id, call_group from record
                where id in (select id from due) and call_group is not null),
            member as (
                select picked.id from call_group cross join lateral (
                    select id from record
                    where state = 'DUE' and record.first_batch_id = call_group.first_batch_id
                        and record.call_group = call_group.call_group and due_at <= now()
                    for update skip locked) picked)
            update record set state = 'CLAIMED', claim = claim + 1, claimed_by = :node,
                claimed_until = now() + :lease * interval '1 millisecond', changed_at = now(),
                reading_since = case when cursor is null then now() else reading_since end
            from batch
            where record.id in (select id from due union select id from member) and batch.id = record.first_batch_id
            returning record.id, record.claim, record.tenant, record.interface, record.document, record.content::text as content,
                batch.mapping_version, batch.form, record.generation, record.cursor::text as cursor, record.placed,
                record.pending, record.first_batch_id || '/' || record.call_group as call_group,
                record.fields::text as fields, record.tries, record.restarts, record.steps
            """;

    private static final String CONCLUDE =
            """
            update record set state = :state, changed_at = now(),
                cursor = case when :restart then null else coalesce(cast(:cursor as json), cursor) end,
                fields = case when :restart then '{}'::json else coalesce(cast(:fields as json), fields) end,
                placed = placed or :placed,
                pending = :settled is false and (pending or :taken),
                call_group = case when :apart then null else call_group end,
                code = case when :postponed then code else :code end,
                text = case when :postponed then text else :text end,
                tries = case when :postponed then tries + :counted else 0 end,
                restarts = restarts + case when :restart then 1 else 0 end,
                reading_since = case when :restart then now() else reading_since end,
                steps = steps + case when :postponed then 0 else 1 end,
                due_at = now() + :delay * interval '1 millisecond'
            where id = :id and claim = :claim and state = :from
            """;

    private final JdbcClient jdbc;
    private final GatheredRows rows;
    private final ObjectProvider<EndOfRecord> ends;

    RecordLedger(JdbcClient jdbc, ObjectProvider<EndOfRecord> ends) {
        this.jdbc = jdbc;
        this.rows = new GatheredRows(jdbc);
        this.ends = ends;
    }

    /**
     * Takes up to {@code limit} due records of each lane that is not paused, for the time of the lease, and with a record all
     * that go into one call with it.
     */
    @Transactional
    public List<ClaimedRecord> claim(Collection<Lane> lanes, int limit, String node, Duration lease) {
        return jdbc
                .sql(CLAIM)
                .param("tenants", lanes.stream().map(Lane::tenant).toArray(String[]::new))
                .param("interfaces", lanes.stream().map(Lane::interfaceName).toArray(String[]::new))
                .param("limit", limit)
                .param("node", node)
                .param("lease", lease.toMillis())
                .query(RecordLedger::claimed)
                .list()
                .stream()
                .sorted(Comparator.comparingLong(ClaimedRecord::id))
                .toList();
    }

    /** Fixes the generation for good: a record never changes sides. */
    @Transactional
    public void fixGeneration(ClaimedRecord record, String generation) {
        requireClaim(
                record,
                jdbc.sql(
                                """
                                update record set generation = :generation
                                where id = :id and claim = :claim and state = 'CLAIMED'
                                  and (generation is null or generation = :generation)
                                """)
                        .param("generation", generation)
                        .param("id", record.id())
                        .param("claim", record.claim())
                        .update());
    }

    /**
     * Ends a step without a call. Not if a write of the record is on its way: that ends with its outcome only.
     *
     * @throws ClaimLostException if the record is no longer ours, or a write was announced
     */
    @Transactional
    public void conclude(ClaimedRecord record, Conclusion conclusion) {
        conclude(record, conclusion, RecordState.CLAIMED);
    }

    /** Ends a step: rows, cursor, fields and state in one. Must be called in a transaction with the call's outcome. */
    void conclude(ClaimedRecord record, Conclusion conclusion, RecordState from) {
        if (conclusion.state() == RecordState.IN_DOUBT) {
            requireWrite(record);
        }
        if (conclusion instanceof Conclusion.Restart) {
            rows.drop(record);
        }
        requireClaim(
                record,
                jdbc.sql(CONCLUDE)
                        .params(ConclusionParameters.of(conclusion, from))
                        .param("id", record.id())
                        .param("claim", record.claim())
                        .update());
        rows.save(record, conclusion.rows());
        if (conclusion instanceof Conclusion.Settle settled) {
            ends.forEach(end -> end.settled(record, settled.state()));
        }
    }

    /** Nothing is in doubt as long as nothing was sent. */
    private void requireWrite(ClaimedRecord record) {
        var announced = jdbc.sql("select exists (select 1 from attempt where record_id = ? and effect = 'WRITE')")
                .param(record.id())
                .query(Boolean.class)
                .single();
        if (!announced) {
            throw new IllegalStateException(record + " cannot be in doubt: no write of it was ever announced");
        }
    }

    /** Ends the step of several records without a call: all or none. */
    @Transactional
    public void conclude(List<ClaimedRecord> together, List<Conclusion> conclusions) {
        for (int i = 0; i < together.size(); i++) {
            conclude(together.get(i), conclusions.get(i));
        }
    }

    /** Gives claims back whose replica has not been heard of: due again, or in doubt if a write was on its way. */
    @Transactional
    public int sweepExpiredClaims(String codeInDoubt, String textInDoubt) {
        return jdbc.sql(
                        """
                        with expired as (
                            select id from record where state in ('CLAIMED', 'SENT') and claimed_until < now()
                            for update skip locked)
                        update record set changed_at = now(), due_at = now(),
                            code = case state when 'SENT' then :code end,
                            text = case state when 'SENT' then :text end,
                            state = case state when 'SENT' then 'IN_DOUBT' else 'DUE' end
                        from expired where record.id = expired.id
                        """)
                .param("code", codeInDoubt)
                .param("text", textInDoubt)
                .update();
    }

    /** Gives back what a replica that stops has claimed and not sent: due again at once. */
    @Transactional
    public int giveBack(String node) {
        return jdbc.sql(
                        """
                        update record set state = 'DUE', changed_at = now(), due_at = now()
                        where state = 'CLAIMED' and claimed_by = ?
                        """)
                .param(node)
                .update();
    }

    /** Lets the tenant's records that wait to be tried again do so now, but not those that wait for the partner's decision. */
    public void hasten(String tenant) {
        jdbc.sql(
                        "update record set due_at = now() where tenant = ? and state = 'DUE' and due_at > now() and not pending")
                .param(tenant)
                .update();
    }

    /** The lanes that have records which are not final yet. */
    public List<Lane> openLanes() {
        return jdbc.sql("select distinct tenant, interface from record where state in ('DUE', 'CLAIMED', 'SENT')")
                .query((row, number) -> new Lane(row.getString("tenant"), row.getString("interface")))
                .list();
    }

    static void requireClaim(ClaimedRecord record, int rowsChanged) {
        if (rowsChanged != 1) {
            throw new ClaimLostException(record);
        }
    }

    private static ClaimedRecord claimed(ResultSet row, int number) throws SQLException {
        return new ClaimedRecord(
                row.getLong("id"),
                row.getLong("claim"),
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
                row.getInt("steps"));
    }

    private static JsonNode json(String text) {
        return text == null ? null : ExactJson.read(text);
    }
}
