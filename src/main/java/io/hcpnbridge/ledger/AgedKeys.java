package io.hcpnbridge.ledger;

import java.time.Duration;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * Batches and documents as such, with their attempts: whatever comes again afterwards is new, and is done. Only what has lost content
 * and answer before; a batch goes as a whole, its documents with the last batch that they stand in.
 */
@Repository
public class AgedKeys implements Aged {
    /** As many batches as have together few enough lines; one at least. */
    private static final String OLDEST =
            """
            with old as materialized (
                select answered_at, id from batch
                where edition = 0 and answered_at < now() - :age * interval '1 millisecond' and (answered_at, id) > (:at, :id)
                    and verdict = 'ACCEPTED'
                order by answered_at, id limit :most for update skip locked)
            select answered_at as at, id from (
                select answered_at, id, sum(counted.lines) over (order by answered_at, id) - counted.lines as before
                from old cross join lateral (select count(*) as lines from batch_record where batch_id = old.id) counted) sized
            where before < :most order by answered_at, id
            """;

    private static final String FORGETTABLE =
            """
            select id from batch
            where id = any (:batches) and %s
                and not exists (select 1 from pull_period where batch_id = batch.id)
                and not exists (
                    select 1 from batch_record join record on record.id = record_id
                    where batch_record.batch_id = batch.id
                        and (emptied_at is null or changed_at >= now() - :age * interval '1 millisecond'))
            """
                    .formatted(Oldest.BATCH_IS_CLOSED);

    private final JdbcClient jdbc;

    AgedKeys(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    @Transactional
    public Step delete(Place after, Duration age, int most) {
        return Oldest.delete(jdbc, OLDEST, after, age, most, batches -> forget(forgettable(batches, age)));
    }

    private Long[] forgettable(Long[] batches, Duration age) {
        return jdbc.sql(FORGETTABLE)
                .param("batches", batches)
                .param("age", age.toMillis())
                .query(Long.class)
                .list()
                .toArray(Long[]::new);
    }

    private int forget(Long[] batches) {
        List<Long> listed = jdbc.sql("delete from batch_record where batch_id = any (?) returning record_id")
                .param(batches)
                .query(Long.class)
                .list();
        var records = listed.stream().distinct().sorted().toArray(Long[]::new);
        jdbc.sql(
                        """
                        update record set first_batch_id = (select min(batch_id) from batch_record where record_id = record.id)
                        where id = any (?) and first_batch_id = any (?)
                            and exists (select 1 from batch_record where record_id = record.id)
                        """)
                .params(records, batches)
                .update();
        var forgotten = forgetRecords(records);
        jdbc.sql("delete from arrival where batch_id = any (?)").param(batches).update();
        jdbc.sql("delete from batch where id = any (?)").param(batches).update();
        return forgotten;
    }

    /** Those that stand in no batch any more. */
    private int forgetRecords(Long[] records) {
        var ids = jdbc.sql(
                        """
                        select id from record
                        where id = any (?) and not exists (select 1 from batch_record where record_id = record.id)
                        for update
                        """)
                .param(records)
                .query(Long.class)
                .list()
                .toArray(Long[]::new);
        AgedExchanges.drop(jdbc, ids);
        AgedShadows.drop(jdbc, ids);
        jdbc.sql("select set_config('ledger.forgets_keys', 'on', true)")
                .query(String.class)
                .single();
        List.of(
                        "delete from doubt_proposal using doubt where doubt.id = doubt_id and record_id = any (?)",
                        "delete from doubt where record_id = any (?)",
                        "delete from placement where record_id = any (?)",
                        "delete from attempt_outcome using attempt where attempt.id = attempt_id and record_id = any (?)",
                        "delete from attempt where record_id = any (?)",
                        "update snapshot set record_id = null where record_id = any (?)")
                .forEach(statement -> jdbc.sql(statement).param(ids).update());
        return jdbc.sql("delete from record where id = any (?)").param(ids).update();
    }
}
