package io.hcpnbridge.ledger;

import java.time.Duration;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Composed answers. Their batch stays known; when it comes again, its answer is composed anew from what is left of its records. */
@Repository
public class AgedAnswers implements Aged {
    /** A part has 256 KB. */
    private static final int PARTS_TO_A_RECORD = 10;

    /** As many batches as have together few enough parts; one at least. */
    static final String OLDEST =
            """
            with old as materialized (
                select answered_at, id from batch
                where edition > 0 and answered_at < now() - :age * interval '1 millisecond' and (answered_at, id) > (:at, :id)
                    and verdict = '%s'
                order by answered_at, id limit :most for update skip locked)
            select answered_at as at, id from (
                select answered_at, id, sum(counted.parts) over (order by answered_at, id) - counted.parts as before
                from old cross join lateral (select count(*) as parts from answer_part where batch_id = old.id) counted) sized
            where before * %d < :most order by answered_at, id
            """;

    private final JdbcClient jdbc;

    AgedAnswers(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    static String oldest(String verdict) {
        return OLDEST.formatted(verdict, PARTS_TO_A_RECORD);
    }

    @Override
    @Transactional
    public Step delete(Place after, Duration age, int most) {
        return Oldest.delete(jdbc, oldest("ACCEPTED"), after, age, most, batches -> drop(jdbc, batches).length);
    }

    /** The answers of those of the batches that nobody waits for. */
    static Long[] drop(JdbcClient jdbc, Long[] batches) {
        List<Long> dropped = jdbc.sql("update batch set edition = 0 where id = any (?) and %s returning id"
                        .formatted(Oldest.BATCH_IS_CLOSED))
                .param(batches)
                .query(Long.class)
                .list();
        var ids = dropped.toArray(Long[]::new);
        jdbc.sql("delete from answer_part where batch_id = any (?)").param(ids).update();
        return ids;
    }
}
