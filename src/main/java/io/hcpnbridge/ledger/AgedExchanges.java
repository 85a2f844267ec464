package io.hcpnbridge.ledger;

import java.time.Duration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** What was sent and received with attempts. Those of a record that is still open are kept until it has ended: they are evidence. */
@Repository
public class AgedExchanges implements Aged {
    /** Attempts are numbered in the order of time, so that no index by time is needed. As much as is not too large together; one at least. */
    private static final String OLDEST =
            """
            with next as materialized (
                select attempt_id, way, at, coalesce(octet_length(content), 0) as bytes from exchange
                where attempt_id > :id order by attempt_id, way limit :most for update skip locked)
            select max(at) as at, attempt_id as id from (
                select attempt_id, at, sum(bytes) over (order by attempt_id, way) - bytes as before
                from next where at < now() - :age * interval '1 millisecond') sized
            where before < 4194304 group by attempt_id order by attempt_id
            """;

    private final JdbcClient jdbc;

    AgedExchanges(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    @Transactional
    public Step delete(Place after, Duration age, int most) {
        return Oldest.delete(jdbc, OLDEST, after, age, most, this::delete);
    }

    private int delete(Long[] attempts) {
        return jdbc.sql(
                        """
                        with gone as (
                            delete from exchange where attempt_id = any (?) and not exists (
                                select 1 from attempt join record on record.id = record_id
                                where attempt.id = attempt_id and state not in ('OK', 'PARTIAL', 'REFUSED', 'FAILED'))
                            returning attempt_id)
                        select count(distinct attempt_id) from gone
                        """)
                .param(attempts)
                .query(Integer.class)
                .single();
    }

    /** All that was sent and received for these records, also where it stands with another record of the same call. */
    static void drop(JdbcClient jdbc, Long[] records) {
        jdbc.sql(
                        """
                        with mine as (
                            select attempt_id, shared_with from exchange join attempt on attempt.id = attempt_id
                            where record_id = any (?))
                        delete from exchange where attempt_id in (
                            select attempt_id from mine union select shared_with from mine where shared_with is not null)
                        """)
                .param(records)
                .update();
    }
}
