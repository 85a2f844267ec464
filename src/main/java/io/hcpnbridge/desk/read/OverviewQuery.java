package io.hcpnbridge.desk.read;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Looks at what is open, and at that only: what has ended is not counted, however much it is. One look serves all who ask meanwhile. */
@Repository
public class OverviewQuery {
    private static final Duration FRESH = Duration.ofSeconds(2);
    private static final int MOST_BATCHES = 30;

    /** The answer is there and only has to be handed over. */
    private static final String OWED =
            """
            select count(*) as owed, min(answered_at) as oldest from arrival join batch on batch.id = arrival.batch_id
            where delivered_at is null and answered_at is not null
            """;

    private static final String LANES =
            """
            select tenant, interface, sum(due) as due, sum(under_way) as under_way, min(oldest) as oldest from (
                select tenant, interface, count(*) as due, 0 as under_way, min(due_at) as oldest
                from record where state = 'DUE' group by tenant, interface
                union all
                select tenant, interface, 0, count(*), null from record where state in ('CLAIMED', 'SENT') group by tenant, interface) open
            group by tenant, interface order by min(oldest), tenant, interface
            """;

    private static final String BATCHES =
            """
            select batch.id, batch.tenant, batch.interface, batch.received_at,
                (select file_name from arrival where batch_id = batch.id order by id limit 1) as name,
                (select max(position) from batch_record where batch_id = batch.id) as records,
                (select count(*) from record where first_batch_id = batch.id and state in ('DUE', 'CLAIMED', 'SENT')) as open
            from batch where answered_at is null order by id limit ?
            """;

    private final JdbcClient jdbc;
    private Overview last;

    private record Owed(long answers, Instant oldest) {}

    OverviewQuery(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** As it is now, or was two seconds ago. */
    @Transactional(readOnly = true)
    public synchronized Overview look() {
        if (last == null || last.at().plus(FRESH).isBefore(Instant.now())) {
            last = read();
        }
        return last;
    }

    private Overview read() {
        var owed = jdbc.sql(OWED)
                .query((row, number) -> new Owed(row.getLong("owed"), Rows.instant(row, "oldest")))
                .single();
        return new Overview(
                Instant.now(),
                lanes(),
                count("select count(*) from doubt where closed_at is null"),
                count(
                        "select count(*) from doubt where closed_at is null and left_at is not null and decided_at is null"),
                count("select count(*) from parking where decided_at is null"),
                owed.answers(),
                owed.oldest(),
                count("select count(*) from pull_period where state = 'PLANNED' and ends_at <= now()"),
                rests(),
                batches(),
                replicas());
    }

    private List<Overview.Lane> lanes() {
        return jdbc.sql(LANES)
                .query((row, number) -> new Overview.Lane(
                        row.getString("tenant"),
                        row.getString("interface"),
                        row.getLong("due"),
                        row.getLong("under_way"),
                        Rows.instant(row, "oldest")))
                .list();
    }

    private List<Overview.Rest> rests() {
        return jdbc.sql("select tenant, scope, until, reason from pause where until > now() order by until desc")
                .query((row, number) -> new Overview.Rest(
                        row.getString("tenant"),
                        row.getString("scope"),
                        Rows.instant(row, "until"),
                        row.getString("reason")))
                .list();
    }

    private List<Overview.Batch> batches() {
        return jdbc.sql(BATCHES)
                .param(MOST_BATCHES)
                .query((row, number) -> new Overview.Batch(
                        row.getLong("id"),
                        row.getString("tenant"),
                        row.getString("interface"),
                        row.getString("name"),
                        Rows.instant(row, "received_at"),
                        row.getLong("records"),
                        row.getLong("open")))
                .list();
    }

    private List<Overview.Replica> replicas() {
        return jdbc.sql("select name, started_at, alive_until from replica where alive_until > now() order by epoch")
                .query((row, number) -> new Overview.Replica(
                        row.getString("name"), Rows.instant(row, "started_at"), Rows.instant(row, "alive_until")))
                .list();
    }

    private long count(String question) {
        return jdbc.sql(question).query(Long.class).single();
    }
}
