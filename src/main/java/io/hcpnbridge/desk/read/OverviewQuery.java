package io.hcpnbridge.desk.read;

import io.hcpnbridge.erp.queue.BrokerWatch;
import io.hcpnbridge.intake.folder.FolderWatch;
import io.hcpnbridge.ledger.Lane;
import io.hcpnbridge.ledger.WatchLedger;
import io.hcpnbridge.ledger.WatchLedger.Doubtful;
import io.hcpnbridge.ledger.WatchLedger.Owed;
import io.hcpnbridge.ledger.WatchLedger.OwedPeriods;
import io.hcpnbridge.partner.call.Quotas;
import io.hcpnbridge.pull.Pulls;
import io.hcpnbridge.work.LaneForecast;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Looks at what is open, and at that only: what has ended is not counted, however much it is. One look serves all who ask meanwhile. */
@Repository
public class OverviewQuery {
    private static final Duration FRESH = Duration.ofSeconds(2);
    private static final int MOST_BATCHES = 30;

    private static final String LANES =
            """
            select tenant, interface, sum(due) as due, sum(under_way) as under_way, min(oldest) as oldest from (
                select tenant, interface, count(*) as due, 0 as under_way, min(due_at) filter (where due_at < 'infinity') as oldest
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
    private final WatchLedger watch;
    private final Pulls pulls;
    private final Quotas quotas;
    private final LaneForecast forecast;
    private final FolderWatch folders;
    private final BrokerWatch queues;
    private Overview last;

    OverviewQuery(
            JdbcClient jdbc,
            WatchLedger watch,
            Pulls pulls,
            Quotas quotas,
            LaneForecast forecast,
            FolderWatch folders,
            BrokerWatch queues) {
        this.forecast = forecast;
        this.quotas = quotas;
        this.folders = folders;
        this.queues = queues;
        this.jdbc = jdbc;
        this.watch = watch;
        this.pulls = pulls;
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
        var now = Instant.now();
        var doubts = watch.doubts();
        var owed = watch.answers();
        return new Overview(
                now,
                lanes(),
                doubts.stream().mapToLong(Doubtful::writes).sum(),
                doubts.stream()
                        .filter(Doubtful::leftToPerson)
                        .mapToLong(Doubtful::writes)
                        .sum(),
                parked(),
                owed.stream().mapToLong(Owed::answers).sum(),
                owed.stream()
                        .map(answers -> now.minusSeconds(answers.age()))
                        .min(Comparator.naturalOrder())
                        .orElse(null),
                watch.pulls().stream()
                        .filter(periods -> pulls.isEnabled(periods.pull()))
                        .mapToLong(OwedPeriods::periods)
                        .sum(),
                rests(),
                batches(),
                replicas(),
                uses(),
                places());
    }

    private List<Overview.Lane> lanes() {
        var rests = forecast.rests();
        return jdbc.sql(LANES)
                .query((row, number) -> new Overview.Lane(
                        row.getString("tenant"),
                        row.getString("interface"),
                        row.getLong("due"),
                        row.getLong("under_way"),
                        Rows.instant(row, "oldest"),
                        rests.get(new Lane(row.getString("tenant"), row.getString("interface")))))
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

    /** Calls of the last second. */
    private List<Overview.Use> uses() {
        return jdbc.sql(
                        """
                        select tenant, api, count(*) as calls from lane_slot, unnest(slots) as slot
                        where slot > now() - interval '1 second' and slot <= now()
                        group by tenant, api order by tenant, api
                        """)
                .query((row, number) -> new Overview.Use(
                        row.getString("tenant"),
                        row.getString("api"),
                        row.getLong("calls"),
                        quotas.of(row.getString("api"))))
                .list();
    }

    private List<Overview.Place> places() {
        return Stream.concat(
                        folders.looks().entrySet().stream()
                                .map(look -> new Overview.Place(
                                        look.getKey().route(), look.getKey().owner(), look.getValue())),
                        queues.heard().entrySet().stream()
                                .map(heard -> new Overview.Place(heard.getKey(), null, heard.getValue())))
                .sorted(Comparator.comparing(Overview.Place::at).thenComparing(Overview.Place::route))
                .toList();
    }

    private long parked() {
        return jdbc.sql("select count(*) from parking where decided_at is null")
                .query(Long.class)
                .single();
    }
}
