package io.hcpnbridge.ledger;

import io.hcpnbridge.json.ExactJson;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Writes whose outcome is unknown: which are to be asked about, what was found out, and what a person decided. */
@Repository
public class DoubtLedger {
    private static final String CLAIM =
            """
            with due as (
                select record.id from doubt join record on record.id = doubt.record_id
                where closed_at is null and state = 'IN_DOUBT' and due_at <= now()
                    and (record.tenant, record.interface) in (select * from unnest(:tenants::text[], :interfaces::text[]))
                    and exists (select 1 from replica where name = :replica and alive_until > now())
                    and (decided_at is not null or not work_is_paused(record.tenant, record.interface) and not exists (
                        select 1 from pause
                        where pause.tenant = record.tenant and pause.scope = 'interface:' || record.interface and until > now()))
                order by decided_at, due_at, record.id limit :limit for update of record skip locked)
            update record set state = 'ASKING', claim = claim + 1, claimed_by = :replica,
                claimed_until = now() + :time * interval '1 millisecond', changed_at = now()
            from batch
            where record.id in (select id from due) and batch.id = record.first_batch_id
            %s
            """
                    .formatted(ClaimQuery.RETURNING);

    private final JdbcClient jdbc;
    private final DoubtQuery doubts;

    DoubtLedger(JdbcClient jdbc) {
        this.jdbc = jdbc;
        this.doubts = new DoubtQuery(jdbc);
    }

    /**
     * Takes records whose write is in doubt, {@code limit} at most: first those that a person has decided, as nobody is called for that;
     * then those that are to be asked about now, from lanes that are not paused. Nothing if the replica's lease does not hold.
     *
     * @param time after which a claim ends that was not prolonged, even if the replica lives
     */
    @Transactional
    public List<ClaimedRecord> claim(Collection<Lane> lanes, int limit, String replica, Duration time) {
        var claimed = jdbc.sql(CLAIM)
                .param("tenants", lanes.stream().map(Lane::tenant).toArray(String[]::new))
                .param("interfaces", lanes.stream().map(Lane::interfaceName).toArray(String[]::new))
                .param("limit", limit)
                .param("replica", replica)
                .param("time", time.toMillis())
                .query(ClaimQuery::record)
                .list();
        var found = doubts.of(claimed.stream().map(ClaimedRecord::id).toList());
        return claimed.stream().map(record -> record.in(found.get(record.id()))).toList();
    }

    /**
     * What a person decides about a document's write. It goes the same way as what the partner tells, with the next turn.
     *
     * @return false if its write is in doubt no more, somebody has decided already, or the partner is being asked just now
     */
    @Transactional
    public boolean decide(String tenant, String interfaceName, String document, Doubt.Decision decision) {
        return jdbc.sql(
                        "select decide_doubt(:tenant, :interface, :document, :verdict, :by, :reason, cast(:answer as json))")
                .param("tenant", tenant)
                .param("interface", interfaceName)
                .param("document", document)
                .param("verdict", decision.verdict().name())
                .param("by", decision.by())
                .param("reason", decision.reason())
                .param("answer", decision.answer() == null ? null : ExactJson.text(decision.answer()))
                .query(Boolean.class)
                .single();
    }

    /** Records whose latest write is in doubt from now on. */
    void open(Collection<Long> records) {
        jdbc.sql(
                        """
                        insert into doubt (record_id, attempt_id)
                        select record_id, max(id) from attempt where record_id = any (?) and effect = 'WRITE' group by record_id
                        on conflict do nothing
                        """)
                .param(records.toArray(Long[]::new))
                .update();
    }

    /** Gives back what replicas had in hand that are not heard of any more: asked again, by anyone. */
    int sweep(Holder holder) {
        return jdbc.sql(
                        """
                        with expired as (
                            select record.id from doubt join record on record.id = doubt.record_id
                                left join replica on replica.name = claimed_by
                            where closed_at is null and state = 'ASKING' and (claimed_until < now() or replica.alive_until < now())
                                and %s
                            for update of record skip locked)
                        update record set state = 'IN_DOUBT', changed_at = now(), due_at = now()
                        from expired where record.id = expired.id
                        """
                                .formatted(Holder.MAY_JUDGE))
                .params(holder.parameters())
                .update();
    }

    /** Gives back what a replica has in hand that stops. */
    int giveBack(String replica) {
        return jdbc.sql(
                        """
                        update record set state = 'IN_DOUBT', changed_at = now(), due_at = now()
                        from doubt
                        where doubt.record_id = record.id and closed_at is null and state = 'ASKING' and claimed_by = ?
                        """)
                .param(replica)
                .update();
    }

    /**
     * Ends a step that asked and found out nothing for good. A decision that was not carried out yet stays; one that cannot be is gone.
     *
     * @return how many records were changed: 0 if it is no longer ours
     */
    int askOn(ClaimedRecord record, Inquiry inquiry) {
        var later = inquiry instanceof Inquiry.Later postponed ? postponed : null;
        var left = inquiry instanceof Inquiry.LeftToPerson;
        var roundEnded = !(inquiry instanceof Inquiry.GoOn) && inquiry.evidence() != null;
        jdbc.sql(
                        """
                        update doubt set evidence = coalesce(:evidence, evidence), rounds = rounds + :ended, proofs = :proofs,
                            left_at = case when :left then now() else left_at end,
                            verdict = case when not :left then verdict end, answer = case when not :left then answer end,
                            decided_by = case when not :left then decided_by end, reason = case when not :left then reason end,
                            decided_at = case when not :left then decided_at end
                        where id = :id
                        """)
                .param("evidence", inquiry.evidence())
                .param("ended", roundEnded ? 1 : 0)
                .param("proofs", later == null ? record.doubt().proofs() : later.proofs())
                .param("left", left)
                .param("id", record.doubt().id())
                .update();
        return jdbc.sql(
                        """
                        update record set state = :state, changed_at = now(), steps = steps + 1,
                            tries = case when :failed then tries + 1 else 0 end,
                            due_at = case when :left then 'infinity' else now() + :delay * interval '1 millisecond' end
                        where id = :id and claim = :claim and state = 'ASKING'
                        """)
                .param("state", inquiry.state().name())
                .param("failed", later != null && later.evidence() == null)
                .param("left", left)
                .param("delay", later == null ? 0 : later.delay().toMillis())
                .param("id", record.id())
                .param("claim", record.claim())
                .update();
    }

    /** The doubt is over; whoever was told of it is told its end. Who is being told at this moment is waited for. */
    void close(ClaimedRecord record, Inquiry.Resolved resolved) {
        jdbc.sql(
                        """
                        update doubt set verdict = :verdict, evidence = coalesce(:evidence, evidence), rounds = rounds + 1, closed_at = now()
                        where id = :id
                        """)
                .param("verdict", resolved.verdict().name())
                .param("evidence", resolved.evidence())
                .param("id", record.doubt().id())
                .update();
        jdbc.sql("select tell_again(?)").param(record.id()).query().listOfRows();
    }
}
