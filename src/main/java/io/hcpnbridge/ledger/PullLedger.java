package io.hcpnbridge.ledger;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The periods of scheduled pulls: which are owed, and which batch each became. A period is there once for pull and tenant. */
@Repository
public class PullLedger {
    private final JdbcClient jdbc;

    PullLedger(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The ledger's time, the same for all replicas. */
    public Instant now() {
        return jdbc.sql("select now()").query(OffsetDateTime.class).single().toInstant();
    }

    /** The names of the first and the last period that are known, and how many there are. */
    public record Known(String first, String last, int count) {}

    /**
     * What is known of a pull's periods from that time on; empty for a pull that begins.
     *
     * @param skippedToo count those that were over before the pull began
     */
    public Optional<Known> known(String pull, String tenant, String unit, Instant since, boolean skippedToo) {
        return jdbc.sql(
                        """
                        select min(period) as first, max(period) as last, count(*) as count from pull_period
                        where pull = ? and tenant = ? and unit = ? and begins_at >= ? and (? or state <> 'SKIPPED')
                        """)
                .params(pull, tenant, unit, Timestamp.from(since), skippedToo)
                .query((row, number) -> new Known(row.getString("first"), row.getString("last"), row.getInt("count")))
                .optional()
                .filter(known -> known.count() > 0);
    }

    /** Notes that a period was over before the pull began. */
    @Transactional
    public void skip(PulledPeriod period) {
        insert(List.of(period), "SKIPPED", false);
    }

    /**
     * Notes periods as owed; those that are known stay what they are.
     *
     * @param skippedToo those that were over before the pull began are wanted now
     * @return how many are owed that were not before
     */
    @Transactional
    public int plan(List<PulledPeriod> periods, boolean skippedToo) {
        return insert(periods, "PLANNED", skippedToo);
    }

    /**
     * The next owed period, locked for this transaction: in order, and none before the one before is done. Empty if there is none or
     * another replica has it.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Optional<PulledPeriod> lockOwed(String pull, String tenant, String unit, Instant since, Instant now) {
        return jdbc.sql(
                        """
                        select pull, tenant, period, unit, begins_at, ends_at, attempt from pull_period owed
                        where pull = :pull and tenant = :tenant and unit = :unit and state = 'PLANNED'
                            and begins_at >= :since and ends_at <= :now and due_at <= :now
                            and not exists (
                                select 1 from pull_period earlier
                                where pull = :pull and tenant = :tenant and unit = :unit
                                    and (state = 'TAKEN' or state = 'PLANNED' and earlier.begins_at >= :since
                                        and earlier.begins_at < owed.begins_at))
                        order by begins_at limit 1 for update of owed skip locked
                        """)
                .param("pull", pull)
                .param("tenant", tenant)
                .param("unit", unit)
                .param("since", Timestamp.from(since))
                .param("now", Timestamp.from(now))
                .query((row, number) -> new PulledPeriod(
                        row.getString("pull"),
                        row.getString("tenant"),
                        row.getString("period"),
                        row.getString("unit"),
                        row.getObject("begins_at", OffsetDateTime.class).toInstant(),
                        row.getObject("ends_at", OffsetDateTime.class).toInstant(),
                        row.getInt("attempt")))
                .optional();
    }

    /** The period has become a batch, accepted or refused. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void took(PulledPeriod period, long batch, boolean accepted) {
        jdbc.sql(
                        """
                        update pull_period set state = ?, batch_id = ?, changed_at = now()
                        where pull = ? and tenant = ? and period = ?
                        """)
                .params(accepted ? "TAKEN" : "REFUSED", batch, period.pull(), period.tenant(), period.period())
                .update();
    }

    /** Owes refused periods once more if the interface's mapping is another by now. */
    @Transactional
    public int planRefusedAgain(String pull, String tenant, String interfaceName, String mappingVersion) {
        return jdbc.sql(
                        """
                        update pull_period set state = 'PLANNED', due_at = now(), changed_at = now()
                        where pull = ? and tenant = ? and state = 'REFUSED' and exists (
                            select 1 from batch where batch.id = batch_id and (interface, mapping_version) <> (?, ?))
                        """)
                .params(pull, tenant, interfaceName, mappingVersion)
                .update();
    }

    /**
     * Owes a period that has ended once more, as a further attempt.
     *
     * @return the state that it was in; empty if it has not ended
     */
    @Transactional
    public Optional<String> planAgain(String pull, String tenant, String period) {
        return jdbc.sql(
                        """
                        update pull_period set state = 'PLANNED', attempt = pull_period.attempt + 1, due_at = now(), changed_at = now()
                        from (
                            select id, state from pull_period
                            where pull = ? and tenant = ? and period = ? and state in ('DONE', 'REFUSED', 'FAILED') for update) ended
                        where pull_period.id = ended.id returning ended.state
                        """)
                .params(pull, tenant, period)
                .query(String.class)
                .optional();
    }

    /**
     * Ends the period whose batch is answered: done; or, if the partner could not be asked for a record of it, owed once more after
     * the pause, or failed after the last try.
     *
     * @return names of periods that have failed for good
     */
    @Transactional
    public List<String> finish(String pull, String tenant, int tries, Duration pause) {
        return jdbc
                .sql(
                        """
                        with answered as (
                            select period.id, exists (
                                select 1 from batch_record join record on record.id = record_id
                                where batch_record.batch_id = period.batch_id and record.state = 'FAILED') as failed
                            from pull_period period join batch on batch.id = period.batch_id
                            where pull = :pull and period.tenant = :tenant and period.state = 'TAKEN' and answered_at is not null
                                and not exists (
                                    select 1 from batch_record join parking using (record_id) join record on record.id = record_id
                                    where batch_record.batch_id = period.batch_id
                                        and record.state in ('DUE', 'CLAIMED', 'SENT', 'PARKED'))
                            for update of period skip locked)
                        update pull_period set changed_at = now(),
                            state = case when not failed then 'DONE' when attempt >= :tries then 'FAILED' else 'PLANNED' end,
                            due_at = now() + case when failed then :pause else 0 end * interval '1 millisecond',
                            attempt = attempt + case when failed and attempt < :tries then 1 else 0 end
                        from answered where pull_period.id = answered.id
                        returning state, period
                        """)
                .param("pull", pull)
                .param("tenant", tenant)
                .param("tries", tries)
                .param("pause", pause.toMillis())
                .query((row, number) -> row.getString("state").equals("FAILED") ? row.getString("period") : null)
                .list()
                .stream()
                .filter(Objects::nonNull)
                .toList();
    }

    private int insert(List<PulledPeriod> periods, String state, boolean skippedToo) {
        return jdbc.sql(
                        """
                        insert into pull_period as known (pull, tenant, period, unit, begins_at, ends_at, state)
                        select pull, tenant, period, unit, begins_at, ends_at, :state
                        from unnest(:pulls::text[], :tenants::text[], :periods::text[], :units::text[],
                            :begins::timestamptz[], :ends::timestamptz[]) with ordinality
                            as period (pull, tenant, period, unit, begins_at, ends_at, n)
                        order by n
                        on conflict (pull, tenant, period) do update set state = excluded.state, changed_at = now()
                            where known.state = 'SKIPPED' and :skippedToo
                        """)
                .param("state", state)
                .param("skippedToo", skippedToo)
                .param("pulls", column(periods, PulledPeriod::pull))
                .param("tenants", column(periods, PulledPeriod::tenant))
                .param("periods", column(periods, PulledPeriod::period))
                .param("units", column(periods, PulledPeriod::unit))
                .param("begins", column(periods, period -> period.beginsAt().toString()))
                .param("ends", column(periods, period -> period.endsAt().toString()))
                .update();
    }

    private static String[] column(List<PulledPeriod> periods, Function<PulledPeriod, String> value) {
        return periods.stream().map(value).toArray(String[]::new);
    }
}
