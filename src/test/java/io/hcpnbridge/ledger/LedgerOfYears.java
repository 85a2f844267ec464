package io.hcpnbridge.ledger;

import io.hcpnbridge.rehearsal.LedgerDatabase;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * A ledger with very many records that have ended, in the past two years, ten to a batch, and with a day's work: the same day's work,
 * however many records there are. Calls, rows and answers are those of the latest tenth.
 */
public final class LedgerOfYears implements AutoCloseable {
    static final String REPLICA = "n";
    static final List<Lane> LANES = List.of(
            new Lane("t0", "orders.list"),
            new Lane("t1", "orders.list"),
            new Lane("t2", "orders.list"),
            new Lane("t3", "orders.list"),
            new Lane("t4", "orders.list"));

    /** Of a table with very many rows its indexes are made afterwards, which takes a fraction of the time. */
    private static final String INDEXES =
            """
            select indexname, indexdef from pg_indexes
            where schemaname = 'public' and tablename in ('batch', 'record', 'batch_record', 'arrival', 'attempt', 'attempt_outcome', 'placement', 'doubt')
                and not exists (select 1 from pg_constraint where conname = indexname)
            """;

    private static final String ENDED =
            """
            insert into batch (interface, tenant, content_hash, mapping_version, header, verdict, received_at, answered_at, edition)
            select 'orders.list', 't' || n % 5, md5('b' || n), 'v', '{"batchNumber":"B1"}', 'ACCEPTED', at, at, 1
            from generate_series(1, :records / 10) n cross join lateral (select now() - interval '1 day' - n * (interval '2 years' / :records * 10)) t (at);

            insert into arrival (batch_id, file_name, arrived_at, delivered_at)
            select id, 'file' || id || '.txt', received_at, answered_at from batch;

            insert into record (tenant, interface, document, content_hash, content, first_batch_id, state, fields, changed_at, due_at,
                claim, claimed_by, claimed_until)
            select tenant, interface, 'D' || n, md5('d' || n), format('{"document":"D","customerId":"c%s","status":5}', n % 100000)::json, batch.id, 'OK', '{}', answered_at, answered_at, 1, 'n', answered_at
            from generate_series(1, :records) n join batch on batch.id = (n - 1) / 10 + 1;

            insert into batch_record (batch_id, position, line, record_id, conflict)
            select first_batch_id, (id - 1) % 10 + 1, (id - 1) % 10 + 2, id, false from record;

            insert into attempt (record_id, claim, node, api, endpoint, generation, effect, body_hash)
            select id, 1, 'n', 'list-orders-new', 'GET /orders', 'new', 'READ', 'h' from record where id <= :records / 10;

            insert into attempt_outcome (attempt_id, verdict, outcome_known, http_status, duration_ms, request_id)
            select id, 'success', true, 200, 120, 'request-' || id from attempt;

            insert into placement (interface, row_key, record_id) select interface, 'CS' || id, id from record where id <= :records / 10;

            insert into result_row (record_id, row_key, kind, content) select id, 'k', 'order', '{"orderId":"CS1"}' from record where id <= :records / 10;

            insert into answer_part (batch_id, edition, part, content) select id, 1, 0, decode(repeat('41', 300), 'hex') from batch where id <= :records / 10;
            """;

    /** 300 batches that wait, 20 that can be answered, 50 whose answer is owed; 5,000 writes that wait for a person, 50 to be asked about. */
    private static final String DAY =
            """
            insert into batch (interface, tenant, content_hash, mapping_version, header, verdict, answered_at, edition)
            select 'orders.list', 't' || n % 5, 'day' || n, 'v', '{}', 'ACCEPTED', case when n > 320 then now() end, case when n > 320 then 1 else 0 end
            from generate_series(1, 370) n;

            insert into arrival (batch_id, file_name) select id, 'day.txt' from batch where content_hash like 'day%';

            insert into record (tenant, interface, document, content_hash, content, first_batch_id, state, claim, claimed_by, claimed_until)
            select tenant, interface, 'day' || id || '-' || n, 'h', '{"document":"D"}', id, case
                    when answered_at is not null or substr(content_hash, 4)::int > 300 then 'OK'
                    when n = 1 and id % 3 = 0 then 'CLAIMED' when n = 2 and id % 3 = 0 then 'SENT' else 'DUE' end,
                1, case when id % 2 = 0 then 'n' else 'gone' end, now() + interval '1 hour'
            from batch cross join generate_series(1, 10) n where content_hash like 'day%';

            insert into batch_record (batch_id, position, line, record_id, conflict)
            select first_batch_id, row_number() over (partition by first_batch_id order by id), 2, id, false
            from record where document like 'day%';

            insert into batch (interface, tenant, content_hash, mapping_version, header, verdict, answered_at, edition)
            select 'orders.list', 't' || n % 5, 'doubt' || n, 'v', '{}', 'ACCEPTED', now(), 1 from generate_series(1, 5050) n;

            insert into record (tenant, interface, document, content_hash, content, first_batch_id, state, due_at)
            select tenant, interface, content_hash, 'h', '{"document":"D"}', id, 'IN_DOUBT',
                case when substr(content_hash, 6)::int <= 5000 then 'infinity' else now() end
            from batch where content_hash like 'doubt%';

            insert into batch_record (batch_id, position, line, record_id, conflict)
            select first_batch_id, 1, 2, id, false from record where state = 'IN_DOUBT';

            insert into attempt (record_id, claim, node, api, endpoint, generation, effect, body_hash)
            select id, 1, 'n', 'renew', 'POST /renew', 'new', 'WRITE', 'h' from record where state = 'IN_DOUBT';

            insert into doubt (record_id, attempt_id, opened_at, left_at)
            select record.id, attempt.id, now() - interval '1 day', case when due_at = 'infinity' then now() end
            from record join attempt on attempt.record_id = record.id where state = 'IN_DOUBT';
            """;

    private final SingleConnectionDataSource dataSource =
            new SingleConnectionDataSource(LedgerDatabase.migrated().url(), true);

    /** @param records that have ended; tenants {@code t0} to {@code t4} have them, as {@code orders.list} */
    public LedgerOfYears(int records) {
        var jdbc = new JdbcTemplate(dataSource);
        var indexes = jdbc.queryForList(INDEXES);
        indexes.forEach(index -> jdbc.execute("drop index " + index.get("indexname")));
        jdbc.execute("alter table record drop constraint business_key");
        jdbc.execute(
                "set session_replication_role = replica; set maintenance_work_mem = '1GB'; set synchronous_commit = off");
        for (var statement : (ENDED.replace(":records", String.valueOf(records)) + DAY).split(";\n")) {
            jdbc.execute(statement);
        }
        indexes.forEach(index -> jdbc.execute(index.get("indexdef").toString()));
        jdbc.execute("alter table record add constraint business_key unique (tenant, interface, document)");
        jdbc.execute("reset session_replication_role");
        jdbc.execute("vacuum analyze");
        jdbc.execute("checkpoint");
        Replicas.alive(JdbcClient.create(dataSource), REPLICA);
    }

    /** One connection, as a pool would hand it out again and again: what is asked often is prepared. */
    public SingleConnectionDataSource dataSource() {
        return dataSource;
    }

    @Override
    public void close() {
        dataSource.destroy();
    }
}
