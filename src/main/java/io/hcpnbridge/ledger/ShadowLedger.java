package io.hcpnbridge.ledger;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.hcpnbridge.json.ExactJson;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Reads that both generations are asked for: which are to be asked, the calls they take, and how the answers compare. */
@Repository
public class ShadowLedger {
    /** Of what is not paused, and whose lane and credentials do not rest. What a replica has left behind is free when its claim is over. */
    private static final String CLAIM =
            """
            with due as (
                select id from shadow_read
                where ended_at is null and due_at <= now() and (claimed_until is null or claimed_until < now())
                    and exists (select 1 from replica where name = :replica and alive_until > now())
                    and not work_is_paused(tenant, interface)
                    and not exists (
                        select 1 from pause where pause.tenant = shadow_read.tenant and until > now()
                            and (scope = 'interface:' || interface or scope like 'credential:%'))
                order by due_at, id limit :limit for update skip locked),
            taken as (
                update shadow_read set claim = claim + 1, claimed_by = :replica,
                    claimed_until = now() + :time * interval '1 millisecond'
                where id in (select id from due) returning *)
            select taken.id as shadow_id, taken.claim as shadow_claim, answered, taken.tries as shadow_tries, record.id, record.claim,
                batch.id as batch, record.tenant, record.interface, record.document, record.content::text as content,
                batch.mapping_version, batch.form, record.urgency,
                case answered when 'old' then 'new' else 'old' end as generation, null as cursor, false as placed, false as pending,
                null as call_group, false as codes_used, '{}' as fields, 0 as tries, 0 as restarts, 0 as steps
            from taken join record on record.id = record_id join batch on batch.id = record.first_batch_id
            order by taken.id
            """;

    private final JdbcClient jdbc;
    private final AttemptRows attempts;

    ShadowLedger(JdbcClient jdbc) {
        this.jdbc = jdbc;
        this.attempts = new AttemptRows(jdbc);
    }

    /** What the ERP is told of a record. */
    public record Answer(String state, ObjectNode fields, List<ResultRow> rows) {}

    /** The other generation is to be asked as well. In the transaction in which the record becomes final. */
    public void plan(ClaimedRecord record) {
        jdbc.sql("insert into shadow_read (record_id, tenant, interface, document, answered) values (?, ?, ?, ?, ?)")
                .params(record.id(), record.tenant(), record.interfaceName(), record.document(), record.generation())
                .update();
    }

    /**
     * Takes some that are to be asked now; nothing if the replica's lease does not hold.
     *
     * @param time after which a claim ends that was not prolonged
     */
    @Transactional
    public List<ShadowRead> claim(int limit, String replica, Duration time) {
        return jdbc.sql(CLAIM)
                .param("limit", limit)
                .param("replica", replica)
                .param("time", time.toMillis())
                .query((row, number) -> new ShadowRead(
                        row.getLong("shadow_id"),
                        row.getLong("shadow_claim"),
                        row.getString("answered"),
                        row.getInt("shadow_tries"),
                        ClaimQuery.record(row, number)))
                .list();
    }

    /**
     * Commits that a read is about to be sent, and prolongs the claim.
     *
     * @return the attempt's id
     * @throws ClaimLostException if it is no longer ours, or paused: the call must not be sent
     */
    @Transactional
    public long open(ShadowRead shadow, AttemptIntent intent, UUID token, String replica, Duration time) {
        if (intent.write()) {
            throw new IllegalArgumentException(shadow + " only reads");
        }
        requireClaim(
                shadow,
                jdbc.sql(
                                """
                                update shadow_read set claimed_until = now() + :time * interval '1 millisecond'
                                where id = :id and claim = :claim and ended_at is null and not work_is_paused(tenant, interface)
                                    and exists (select 1 from replica where name = :replica and alive_until > now())
                                """)
                        .param("time", time.toMillis())
                        .param("id", shadow.id())
                        .param("claim", shadow.claim())
                        .param("replica", replica)
                        .update());
        var attempt = attempts.open(shadow.record(), intent, token, replica, null);
        jdbc.sql("insert into shadow_call (attempt_id, shadow_id) values (?, ?)")
                .params(attempt, shadow.id())
                .update();
        return attempt;
    }

    /** The outcome of a read. */
    @Transactional
    public void close(ShadowRead shadow, long attempt, AttemptOutcome outcome) {
        if (attempts.close(attempt, outcome, shadow.record()).isEmpty()) {
            throw new ClaimLostException(shadow.record());
        }
    }

    /** It is asked from the beginning later. */
    @Transactional
    public void postpone(ShadowRead shadow, Duration delay, boolean counted) {
        jdbc.sql(
                        """
                        update shadow_read set claimed_until = null, claimed_by = null, tries = tries + :counted,
                            due_at = now() + :delay * interval '1 millisecond'
                        where id = :id and claim = :claim and ended_at is null
                        """)
                .param("counted", counted ? 1 : 0)
                .param("delay", delay.toMillis())
                .param("id", shadow.id())
                .param("claim", shadow.claim())
                .update();
    }

    /** What was compared. */
    @Transactional
    public void end(ShadowRead shadow, ShadowEnd end) {
        var text = end.text();
        requireClaim(
                shadow,
                jdbc.sql(
                                """
                                update shadow_read set ended_at = now(), verdict = :verdict, known = :known, unexplained = :unexplained,
                                    text = :text, text_zh = :textZh
                                where id = :id and claim = :claim and ended_at is null
                                """)
                        .param("verdict", end.verdict().name())
                        .param("known", end.known())
                        .param("unexplained", end.unexplained().size())
                        .param("text", text == null ? null : text.en())
                        .param("textZh", text == null ? null : text.zh())
                        .param("id", shadow.id())
                        .param("claim", shadow.claim())
                        .update());
        keep(shadow, end.unexplained().stream().limit(ShadowEnd.MOST_KEPT).toList());
    }

    private void keep(ShadowRead shadow, List<ShadowEnd.Difference> differences) {
        jdbc.sql(
                        """
                        insert into shadow_difference (shadow_id, position, kind, row_key, field, answered, shadowed)
                        select :id, position, kind, row_key, field, answered, shadowed
                        from unnest(:positions::int[], :kinds::text[], :keys::text[], :fields::text[], :answered::text[], :shadowed::text[])
                            as r (position, kind, row_key, field, answered, shadowed)
                        """)
                .param("id", shadow.id())
                .param(
                        "positions",
                        IntStream.rangeClosed(1, differences.size()).boxed().toArray(Integer[]::new))
                .param("kinds", texts(differences, ShadowEnd.Difference::kind))
                .param("keys", texts(differences, ShadowEnd.Difference::key))
                .param("fields", texts(differences, ShadowEnd.Difference::field))
                .param("answered", texts(differences, ShadowEnd.Difference::answered))
                .param("shadowed", texts(differences, ShadowEnd.Difference::shadowed))
                .update();
    }

    private static String[] texts(List<ShadowEnd.Difference> differences, Function<ShadowEnd.Difference, String> of) {
        return differences.stream().map(of).toArray(String[]::new);
    }

    /** What the ERP was told; of rows {@code most} and one more, if there are more. */
    public Answer answer(ShadowRead shadow, int most) {
        var rows = jdbc.sql(
                        "select row_key, kind, content::text as content from result_row where record_id = ? order by id limit ?")
                .params(shadow.record().id(), most + 1)
                .query((row, number) -> new ResultRow(row.getString("row_key"), row.getString("kind"), (ObjectNode)
                        ExactJson.read(row.getString("content"))))
                .list();
        return jdbc.sql("select state, fields::text as fields from record where id = ?")
                .param(shadow.record().id())
                .query((row, number) ->
                        new Answer(row.getString("state"), (ObjectNode) ExactJson.read(row.getString("fields")), rows))
                .single();
    }

    /** How many unexplained differences a tenant has had since. */
    public long different(String tenant, Instant since) {
        return jdbc.sql("select count(*) from shadow_read where tenant = ? and ended_at >= ? and verdict = 'DIFFERENT'")
                .params(tenant, OffsetDateTime.ofInstant(since, ZoneOffset.UTC))
                .query(Long.class)
                .single();
    }

    private static void requireClaim(ShadowRead shadow, int rowsChanged) {
        RecordLedger.requireClaim(shadow.record(), rowsChanged);
    }
}
