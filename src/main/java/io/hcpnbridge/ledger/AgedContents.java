package io.hcpnbridge.ledger;

import java.time.Duration;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * What a document said and was told: its content, fields, rows and texts, what was sent and received for it, and what was seen and proposed
 * while it was in doubt. Its key, the hash of its content, its state, its code and its attempts stay, so that it is the same document when it
 * comes again.
 */
@Repository
public class AgedContents implements Aged {
    /** As many records as have together few enough rows; one at least. */
    private static final String OLDEST =
            """
            with old as materialized (
                select changed_at, id from record
                where emptied_at is null and state in ('OK', 'PARTIAL', 'REFUSED', 'FAILED')
                    and changed_at < now() - :age * interval '1 millisecond' and (changed_at, id) > (:at, :id)
                order by changed_at, id limit :most for no key update skip locked)
            select changed_at as at, id from (
                select changed_at, id, sum(counted.rows) over (order by changed_at, id) - counted.rows as before
                from old cross join lateral (select count(*) as rows from result_row where record_id = old.id) counted) sized
            where before < :most order by changed_at, id
            """;

    private final JdbcClient jdbc;

    AgedContents(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    @Transactional
    public Step delete(Place after, Duration age, int most) {
        return Oldest.delete(jdbc, OLDEST, after, age, most, this::empty);
    }

    private int empty(Long[] records) {
        List<Long> emptied = jdbc.sql(
                        """
                        update record set emptied_at = now(), content = '{}', fields = '{}', cursor = null, text = null, text_zh = null,
                            one_time = null, call_group = null
                        where id = any (?) and not exists (
                            select 1 from batch_record join batch on batch.id = batch_id where record_id = record.id and not %s)
                        returning id
                        """
                                .formatted(Oldest.BATCH_IS_CLOSED))
                .param(records)
                .query(Long.class)
                .list();
        var ids = emptied.toArray(Long[]::new);
        jdbc.sql("delete from result_row where record_id = any (?)").param(ids).update();
        AgedExchanges.drop(jdbc, ids);
        AgedShadows.drop(jdbc, ids);
        jdbc.sql("delete from doubt_proposal using doubt where doubt.id = doubt_id and record_id = any (?)")
                .param(ids)
                .update();
        jdbc.sql(
                        "update doubt set evidence = null, answer = null where record_id = any (?) and (evidence is not null or answer is not null)")
                .param(ids)
                .update();
        return emptied.size();
    }
}
