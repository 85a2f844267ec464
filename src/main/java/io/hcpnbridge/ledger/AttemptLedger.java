package io.hcpnbridge.ledger;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.stream.IntStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The append-only list of calls: the intent before a call is sent, its outcome afterwards. */
@Repository
public class AttemptLedger {
    private static final Logger LOG = LoggerFactory.getLogger(AttemptLedger.class);

    private final JdbcClient jdbc;
    private final RecordLedger records;
    private final AttemptRows rows;

    AttemptLedger(JdbcClient jdbc, RecordLedger records) {
        this.jdbc = jdbc;
        this.rows = new AttemptRows(jdbc);
        this.records = records;
    }

    /**
     * Commits that a call for several records is about to be sent, see {@link #open(ClaimedRecord, AttemptIntent, String, Duration)}.
     *
     * @param token of this call and no other
     * @return an attempt for each record
     */
    @Transactional
    public List<Long> open(
            List<ClaimedRecord> together, AttemptIntent intent, UUID token, String replica, Duration time) {
        return open(together, (record, first) -> open(record, intent, token, replica, time, first));
    }

    /** The same for who was not told whether that commit succeeded: if it did, these are the attempts that are there. */
    @Transactional
    public List<Long> openAgain(
            List<ClaimedRecord> together, AttemptIntent intent, UUID token, String replica, Duration time) {
        return open(together, (record, first) -> announced(record, token, replica, time)
                .orElseGet(() -> open(record, intent, token, replica, time, first)));
    }

    private static List<Long> open(List<ClaimedRecord> together, BiFunction<ClaimedRecord, Long, Long> open) {
        var opened = new ArrayList<Long>();
        for (var record : together) {
            opened.add(open.apply(record, opened.isEmpty() ? null : opened.get(0)));
        }
        return List.copyOf(opened);
    }

    /**
     * Ends the step of all records of one call, each with its own conclusion: all or none.
     *
     * @return what they ended with, see {@link #close(long, AttemptOutcome, ClaimedRecord, Conclusion)}
     */
    @Transactional
    public List<Conclusion> close(
            List<Long> attempts, AttemptOutcome outcome, List<ClaimedRecord> together, List<Conclusion> conclusions) {
        return IntStream.range(0, attempts.size())
                .mapToObj(i -> close(
                        attempts.get(i),
                        i == 0 ? outcome : outcome.keptWithAnother(),
                        together.get(i),
                        conclusions.get(i)))
                .toList();
    }

    /**
     * Commits that a call is about to be sent, and to which generation for good, and prolongs the claim. A write that must not be
     * repeated leaves the record {@link RecordState#SENT}. A record in doubt may only be read about.
     *
     * @param replica whose lease must hold
     * @param time after which the call can no longer be under way
     * @return the attempt's id
     * @throws ClaimLostException if the record is no longer ours: the call must not be sent
     * @throws LeaseLapsedException if it still is, and may be sent as soon as the lease holds again
     * @throws WorkPausedException if an operator has paused it
     */
    @Transactional
    public long open(ClaimedRecord record, AttemptIntent intent, String replica, Duration time) {
        return open(record, intent, UUID.randomUUID(), replica, time, null);
    }

    /** The attempt of that call, if it was announced, its record is still ours and nobody has written an outcome. */
    private Optional<Long> announced(ClaimedRecord record, UUID token, String replica, Duration time) {
        return jdbc.sql(
                        """
                        update record set claimed_until = now() + :time * interval '1 millisecond'
                        from attempt where attempt.record_id = record.id and attempt.claim = record.claim and token = :token
                            and record.id = :record and record.claim = :claim and state in ('CLAIMED', 'SENT', 'ASKING')
                            and claimed_by = :replica
                            and exists (select 1 from replica where name = :replica and alive_until > now())
                            and not exists (select 1 from attempt_outcome where attempt_id = attempt.id)
                        returning attempt.id
                        """)
                .param("token", token)
                .param("record", record.id())
                .param("claim", record.claim())
                .param("replica", replica)
                .param("time", time.toMillis())
                .query(Long.class)
                .optional();
    }

    /** @param first attempt of the same call, with which is kept what is sent; null if it is this one */
    private long open(
            ClaimedRecord record, AttemptIntent intent, UUID token, String replica, Duration time, Long first) {
        if (record.doubt() != null && intent.write()) {
            throw new IllegalStateException(record + " is in doubt: it may be read about, and nothing may be changed");
        }
        requireAnnounced(record, intent, announce(record, intent, replica, time), replica);
        return rows.open(record, intent, token, replica, first);
    }

    /** For how long the partner has been called in vain for the record, since it last said yes or no. */
    public Duration inVain(ClaimedRecord record) {
        return jdbc.sql(
                        """
                        select coalesce(extract(epoch from clock_timestamp() - min(opened_at)), 0) * 1000
                        from attempt where record_id = :record and id > coalesce((
                            select max(id) from attempt join attempt_outcome on attempt_id = id
                            where record_id = :record and verdict in ('success', 'refused')), 0)
                        """)
                .param("record", record.id())
                .query((row, number) -> Duration.ofMillis(row.getLong(1)))
                .single();
    }

    /**
     * Whether one of the record's earlier calls that were the same may have been carried out, though nobody has heard so.
     *
     * @param endpoint method and path, without query
     * @param bodyHash hex SHA-256 of the body
     * @param under attempts of the call that is under way, which are left out
     */
    public boolean mayHaveBeenCarriedOut(ClaimedRecord record, String endpoint, String bodyHash, List<Long> under) {
        return jdbc.sql(
                        """
                        select exists (select 1 from attempt left join attempt_outcome on attempt_id = id
                            where record_id = :record and endpoint = :endpoint and body_hash = :hash and effect = 'WRITE'
                                and not id = any(:under) and (verdict is null or verdict in ('failed', 'in-doubt')))
                        """)
                .param("record", record.id())
                .param("endpoint", endpoint)
                .param("hash", bodyHash)
                .param("under", under.toArray(Long[]::new))
                .query(Boolean.class)
                .single();
    }

    private int announce(ClaimedRecord record, AttemptIntent intent, String replica, Duration time) {
        return jdbc.sql(
                        """
                        update record set state = case when :repeatable then state else 'SENT' end, changed_at = now(),
                            claimed_until = now() + :time * interval '1 millisecond',
                            generation = coalesce(generation, cast(:generation as text))
                        where id = :id and claim = :claim and claimed_by = :replica
                            and (generation = :generation) is not false
                            and (state = 'CLAIMED' or state = 'ASKING' and not :write)
                            and exists (select 1 from replica where name = :replica and alive_until > now())
                            and not work_is_paused(tenant, interface)
                            and (state = 'ASKING' or not batch_is_paused(first_batch_id))
                        """)
                .param("repeatable", intent.repeatable())
                .param("write", intent.write())
                .param("generation", intent.generation())
                .param("replica", replica)
                .param("time", time.toMillis())
                .param("id", record.id())
                .param("claim", record.claim())
                .update();
    }

    private void requireAnnounced(ClaimedRecord record, AttemptIntent intent, int announced, String replica) {
        if (announced == 1) {
            return;
        }
        throw jdbc.sql(
                        """
                        select work_is_paused(tenant, interface) or batch_is_paused(first_batch_id) from record join replica on replica.name = claimed_by
                        where id = :id and claim = :claim and state in ('CLAIMED', 'ASKING') and claimed_by = :replica
                            and (generation = :generation) is not false
                        """)
                .param("generation", intent.generation())
                .param("id", record.id())
                .param("claim", record.claim())
                .param("replica", replica)
                .query(Boolean.class)
                .optional()
                .<RuntimeException>map(
                        paused -> paused ? new WorkPausedException(record) : new LeaseLapsedException(record))
                .orElseGet(() -> new ClaimLostException(record));
    }

    /**
     * Appends the outcome of a call and ends the record's step with it, both or neither.
     *
     * @return what the step ended with: the conclusion, or IN_DOUBT where that would break the {@link MoneyRule}; an {@link Inquiry}
     *     of a record in doubt
     */
    @Transactional
    public Conclusion close(long attempt, AttemptOutcome outcome, ClaimedRecord record, Conclusion asked) {
        // The state in which the call was announced: SENT if it is a write that must not be repeated.
        var from = rows.close(attempt, outcome, record).orElseThrow(() -> new ClaimLostException(record));
        var broken = from == RecordState.SENT && !MoneyRule.permits(outcome.placement(), asked);
        if (broken) {
            LOG.error(
                    "{} is left IN_DOUBT ({}): its write may have been carried out, and a route asked for {}",
                    record,
                    outcome.code(),
                    asked.state());
        }
        return records.conclude(record, broken ? MoneyRule.doubt(outcome, record) : asked, from);
    }
}
