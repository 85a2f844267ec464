package io.hcpnbridge.ledger;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.hcpnbridge.json.ExactJson;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The rows of a list as they were read last, and what has changed since. All in the transaction that ends the record. */
@Repository
public class DeltaLedger {
    private static final int ROWS_AT_A_TIME = 500;

    private static final String CHANGES =
            """
            select coalesce(after.row_key, before.row_key) as row_key,
                before.content::text as before, after.content::text as after
            from (select id, row_key, content from result_row where record_id = ? and kind = ?) after
            full join (select row_key, content from snapshot_row where snapshot_id = ?) before
                on before.row_key = after.row_key
            where before.content::text is distinct from after.content::text
            order by after.id nulls last, before.row_key
            """;

    private final JdbcClient jdbc;
    private final EventLedger outbox;
    private final JdbcTemplate streaming;

    DeltaLedger(JdbcClient jdbc, EventLedger outbox, DataSource dataSource) {
        this.jdbc = jdbc;
        this.outbox = outbox;
        this.streaming = new JdbcTemplate(dataSource);
        this.streaming.setFetchSize(ROWS_AT_A_TIME);
    }

    /**
     * Compares the record's rows of a kind with those of the last record, which they replace for the next one. The answer gets what
     * is made of the changes, and none of the compared rows.
     *
     * @param scope tells lists of the same tenant and interface apart
     * @param answer makes rows of changes, a null for a change that nobody needs to hear of
     * @param events whether each row of the answer becomes an event, too
     * @throws IllegalStateException if a key of the compared rows is the key of another kind's row, too
     * @throws OverlappingReadException if another record of the scope finished since this one began to read
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void compare(
            ClaimedRecord record,
            String kind,
            String scope,
            Function<List<RowChange>, List<ResultRow>> answer,
            boolean events) {
        var snapshot = lock(record, scope);
        var last = jdbc.sql("select coalesce(max(id), 0) from result_row where record_id = ?")
                .param(record.id())
                .query(Long.class)
                .single();
        var portion = new ArrayList<RowChange>();
        streaming.query(
                CHANGES,
                row -> {
                    portion.add(new RowChange(
                            row.getString("row_key"), json(row.getString("before")), json(row.getString("after"))));
                    if (portion.size() == ROWS_AT_A_TIME) {
                        write(record, kind, snapshot, portion, answer.apply(portion), events);
                        portion.clear();
                    }
                },
                record.id(),
                kind,
                snapshot);
        write(record, kind, snapshot, portion, answer.apply(portion), events);
        jdbc.sql("delete from result_row where record_id = ? and kind = ? and id <= ?")
                .params(record.id(), kind, last)
                .update();
        jdbc.sql("update snapshot set record_id = ?, taken_at = clock_timestamp() where id = ?")
                .params(record.id(), snapshot)
                .update();
    }

    /** Takes the rows of a kind out of the answer: without the whole list nothing can be said about changes. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void drop(ClaimedRecord record, String kind) {
        jdbc.sql("delete from result_row where record_id = ? and kind = ?")
                .params(record.id(), kind)
                .update();
    }

    private long lock(ClaimedRecord record, String scope) {
        jdbc.sql("insert into snapshot (tenant, interface, scope) values (?, ?, ?) on conflict do nothing")
                .params(record.tenant(), record.interfaceName(), scope)
                .update();
        var snapshot = jdbc.sql("select id from snapshot where tenant = ? and interface = ? and scope = ? for update")
                .params(record.tenant(), record.interfaceName(), scope)
                .query(Long.class)
                .single();
        var overlapping = jdbc.sql(
                        """
                        select exists (
                            select 1 from snapshot, record where snapshot.id = ? and record.id = ?
                                and taken_at >= coalesce(reading_since, '-infinity'))
                        """)
                .params(snapshot, record.id())
                .query(Boolean.class)
                .single();
        if (overlapping) {
            throw new OverlappingReadException();
        }
        return snapshot;
    }

    private void write(
            ClaimedRecord record,
            String kind,
            long snapshot,
            List<RowChange> changes,
            List<ResultRow> rows,
            boolean events) {
        if (changes.isEmpty()) {
            return;
        }
        replace(record, snapshot, changes);
        var kept = new ArrayList<ResultRow>();
        var kinds = new ArrayList<String>();
        for (int i = 0; i < rows.size(); i++) {
            if (rows.get(i) != null) {
                kept.add(rows.get(i));
                kinds.add(changes.get(i).change());
            }
        }
        addRows(record, kind, kept);
        if (events) {
            outbox.add(record.tenant(), record.interfaceName(), record.document(), kept, kinds);
        }
    }

    private void replace(ClaimedRecord record, long snapshot, List<RowChange> changes) {
        jdbc.sql("delete from snapshot_row where snapshot_id = ? and row_key = any (?)")
                .params(snapshot, changes.stream().map(RowChange::key).toArray(String[]::new))
                .update();
        jdbc.sql(
                        """
                        insert into snapshot_row (snapshot_id, row_key, content)
                        select ?, row_key, content from result_row where record_id = ? and row_key = any (?)
                        """)
                .params(
                        snapshot,
                        record.id(),
                        changes.stream()
                                .filter(change -> change.after() != null)
                                .map(RowChange::key)
                                .toArray(String[]::new))
                .update();
    }

    /** A row that replaces a compared one gets a new id, by which it is known as one of the answer. */
    private void addRows(ClaimedRecord record, String kind, List<ResultRow> rows) {
        var added = jdbc.sql(
                        """
                        insert into result_row (record_id, row_key, kind, content)
                        select :record, key, kind, content::json
                        from unnest(:keys::text[], :kinds::text[], :contents::text[]) with ordinality as r (key, kind, content, n)
                        order by n
                        on conflict (record_id, row_key) do update
                            set id = default, kind = excluded.kind, content = excluded.content where result_row.kind = :kind
                        """)
                .param("record", record.id())
                .param("keys", column(rows, ResultRow::key))
                .param("kinds", column(rows, ResultRow::kind))
                .param("contents", column(rows, row -> ExactJson.text(row.content())))
                .param("kind", kind)
                .update();
        if (added != rows.size()) {
            throw new IllegalStateException("A key of a row " + kind + " is the key of another row as well");
        }
    }

    private static String[] column(List<ResultRow> rows, Function<ResultRow, String> value) {
        return rows.stream().map(value).toArray(String[]::new);
    }

    private static ObjectNode json(String text) {
        return text == null ? null : (ObjectNode) ExactJson.read(text);
    }
}
