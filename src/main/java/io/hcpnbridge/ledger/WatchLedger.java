package io.hcpnbridge.ledger;

import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * How things stand, for metrics and health. Only what is open is counted, by the indexes of what is open, and each of it looks the rest up by its key, whatever
 * the database takes for cheaper: it costs the same however much has ended. Ages are whole seconds by the database's clock.
 */
@Repository
public class WatchLedger {
    private final JdbcClient jdbc;

    WatchLedger(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Records of a lane in a state that is not final.
     *
     * @param age since the oldest of them was taken in
     */
    public record Open(Lane lane, RecordState state, long records, long age) {}

    /**
     * Writes in doubt of a lane.
     *
     * @param leftToPerson whether the partner is asked no more and nobody has decided yet
     * @param age since the oldest came into doubt
     */
    public record Doubtful(Lane lane, boolean leftToPerson, long writes, long age) {}

    /**
     * Answers that are composed and not delivered.
     *
     * @param age since the oldest is owed
     */
    public record Owed(String channel, long answers, long age) {}

    /**
     * Periods of a pull that are over and not pulled.
     *
     * @param age since the end of the oldest
     */
    public record OwedPeriods(String pull, String tenant, long periods, long age) {}

    /**
     * What is left alone for a while, as the partner wants it or does not accept the credential.
     *
     * @param interfaceName whose lane it is; empty: credentials of the tenant
     * @param seconds until the last of them is tried again
     */
    public record LeftAlone(String tenant, Optional<String> interfaceName, long scopes, long seconds) {}

    /** @param rows as the database estimates them */
    public record Table(String name, long rows, long bytes) {}

    /** A batch that came later has a greater number, so the oldest is found without looking at each. */
    public List<Open> open() {
        return jdbc.sql(
                        """
                        select tenant, interface, state, records, %s as age from (
                            select tenant, interface, state, count(*) as records, min(first_batch_id) as oldest
                            from record where state = 'DUE' group by tenant, interface, state
                            union all
                            select tenant, interface, state, count(*), min(first_batch_id)
                            from record where state in ('CLAIMED', 'SENT') group by tenant, interface, state
                            union all
                            select tenant, interface, state, count(*), min(first_batch_id)
                            from doubt cross join lateral (select * from record where record.id = record_id offset 0) record
                            where closed_at is null and state in ('IN_DOUBT', 'ASKING') group by tenant, interface, state
                            union all
                            select tenant, interface, state, count(*), min(first_batch_id)
                            from parking cross join lateral (select * from record where record.id = record_id offset 0) record
                            where decided_at is null and state = 'PARKED' group by tenant, interface, state) open
                        join (select id, tenant as of, received_at from batch) batch on batch.id = oldest
                        """
                                .formatted(age("received_at")))
                .query((row, number) -> new Open(
                        new Lane(row.getString("tenant"), row.getString("interface")),
                        RecordState.valueOf(row.getString("state")),
                        row.getLong("records"),
                        row.getLong("age")))
                .list();
    }

    /** Writes in doubt: those that the partner is asked about, and those that wait for a person. */
    public List<Doubtful> doubts() {
        return jdbc.sql(
                        """
                        select tenant, interface, left_at is not null and decided_at is null as left_to_person, count(*) as writes,
                            %s as age
                        from doubt cross join lateral (select tenant, interface from record where record.id = record_id offset 0) record
                        where closed_at is null
                        group by tenant, interface, left_to_person
                        """
                                .formatted(age("min(opened_at)")))
                .query((row, number) -> new Doubtful(
                        new Lane(row.getString("tenant"), row.getString("interface")),
                        row.getBoolean("left_to_person"),
                        row.getLong("writes"),
                        row.getLong("age")))
                .list();
    }

    public List<Owed> answers() {
        return jdbc.sql(
                        """
                        select channel, count(*) as answers, %s as age
                        from arrival cross join lateral (select edition, answered_at from batch where batch.id = batch_id offset 0) batch
                        where delivered_at is null and batch.edition >= arrival.edition group by channel
                        """
                                .formatted(age("min(greatest(answered_at, arrived_at))")))
                .query((row, number) -> new Owed(row.getString("channel"), row.getLong("answers"), row.getLong("age")))
                .list();
    }

    public List<OwedPeriods> pulls() {
        return jdbc.sql(
                        """
                        select pull, tenant, count(*) as periods, %s as age from pull_period
                        where state = 'PLANNED' and ends_at <= now() group by pull, tenant
                        """
                                .formatted(age("min(ends_at)")))
                .query((row, number) -> new OwedPeriods(
                        row.getString("pull"), row.getString("tenant"), row.getLong("periods"), row.getLong("age")))
                .list();
    }

    public List<LeftAlone> leftAlone() {
        return jdbc.sql(
                        """
                        select tenant, case when starts_with(scope, :lane) then substr(scope, length(:lane) + 1) end as interface,
                            count(*) as scopes, ceil(extract(epoch from max(until) - now()))::bigint as seconds
                        from pause where until > now() group by 1, 2
                        """)
                .param("lane", PauseLedger.lane(""))
                .query((row, number) -> new LeftAlone(
                        row.getString("tenant"),
                        Optional.ofNullable(row.getString("interface")),
                        row.getLong("scopes"),
                        row.getLong("seconds")))
                .list();
    }

    /** The tables of the ledger; no row of them is read. */
    public List<Table> tables() {
        return jdbc.sql(
                        """
                        select relname, greatest(reltuples, 0)::bigint as rows, pg_total_relation_size(oid) as bytes from pg_class
                        where relnamespace = current_schema()::regnamespace and relkind = 'r'
                            and not starts_with(relname, 'quartz_') and relname <> 'flyway_schema_history'
                        order by relname
                        """)
                .query((row, number) -> new Table(row.getString("relname"), row.getLong("rows"), row.getLong("bytes")))
                .list();
    }

    private static String age(String since) {
        return "greatest(0, floor(extract(epoch from now() - " + since + ")))::bigint";
    }
}
