package io.hcpnbridge.ledger;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.function.ToIntFunction;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What is older than an age, oldest first, and locked. Whether it may be deleted is asked by the next statement, which sees what
 * others had committed by then.
 */
final class Oldest {
    /** SQL about a batch: nothing of it is open, and nobody waits for its answer. */
    static final String BATCH_IS_CLOSED =
            """
            (batch.answered_at is not null and not batch.pending
                and not exists (select 1 from arrival owed where owed.batch_id = batch.id and owed.delivered_at is null)
                and not exists (
                    select 1 from batch_record join doubt using (record_id)
                    where batch_record.batch_id = batch.id and doubt.closed_at is null)
                and not exists (
                    select 1 from pull_period
                    where pull_period.batch_id = batch.id and pull_period.state in ('PLANNED', 'TAKEN')))
            """;

    private Oldest() {}

    /**
     * Finds rows of a table, by their {@code id} and the time in a column, for {@link #delete(JdbcClient, String, Aged.Place, Duration, int,
     * ToIntFunction)}.
     */
    static String of(String table, String time) {
        return """
                select %2$s as at, id from %1$s
                where %2$s < now() - :age * interval '1 millisecond' and (%2$s, id) > (:at, :id)
                order by %2$s, id limit :most for update skip locked
                """
                .formatted(table, time);
    }

    /** Deletes such rows, whatever else there is. */
    static Aged.Step delete(JdbcClient jdbc, String table, String time, Aged.Place after, Duration age, int most) {
        return delete(jdbc, of(table, time), after, age, most, found -> jdbc.sql(
                        "delete from %s where id = any (?)".formatted(table))
                .param(found)
                .update());
    }

    /**
     * Deletes what is found, if anything is.
     *
     * @param sql finds {@code at} and {@code id} by {@code :at}, {@code :id}, {@code :age} in milliseconds and {@code :most}, in order
     * @param deletion of these, as far as it may be deleted; tells how much that was
     */
    static Aged.Step delete(
            JdbcClient jdbc, String sql, Aged.Place after, Duration age, int most, ToIntFunction<Long[]> deletion) {
        List<Aged.Place> found = jdbc.sql(sql)
                .param("at", after.at())
                .param("id", after.id())
                .param("age", age.toMillis())
                .param("most", most)
                .query((row, number) -> new Aged.Place(row.getObject("at", OffsetDateTime.class), row.getLong("id")))
                .list();
        if (found.isEmpty()) {
            return Aged.Step.NOTHING_LEFT;
        }
        var ids = found.stream().map(Aged.Place::id).toArray(Long[]::new);
        return new Aged.Step(found.get(found.size() - 1), deletion.applyAsInt(ids));
    }
}
