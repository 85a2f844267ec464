package io.hcpnbridge.desk.read;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Reads what became of one batch. */
@Repository
public class BatchQuery {
    private static final int MOST = 200;

    private final JdbcClient jdbc;

    BatchQuery(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Empty if there is no such batch. */
    @Transactional(readOnly = true)
    public Optional<BatchStory> of(long batch) {
        return jdbc.sql(
                        """
                        select batch.*, coalesce(tenant, header ->> 'tenant') as named,
                            (select count(*) from batch_record where batch_id = batch.id and conflict) as conflicts,
                            exists (select from batch_record join record on record.id = record_id where batch_id = batch.id and not conflict
                                and state in ('REFUSED', 'FAILED') and emptied_at is null) as repairable,
                            exists (select from answer_part part where part.batch_id = batch.id and part.edition = batch.edition)
                                and exists (select from arrival where arrival.batch_id = batch.id and arrival.edition = batch.edition
                                    and delivered_at is not null) as resendable
                        from batch where id = ?
                        """)
                .param(batch)
                .query(this::story)
                .optional();
    }

    private BatchStory story(ResultSet row, int number) throws SQLException {
        long batch = row.getLong("id");
        return new BatchStory(
                batch,
                row.getString("named"),
                row.getString("interface"),
                row.getString("verdict"),
                Rows.instant(row, "received_at"),
                Rows.instant(row, "answered_at"),
                names(batch),
                states(batch),
                row.getLong("conflicts"),
                problems(batch),
                others(batch),
                row.getString("verdict").equals("ACCEPTED") && row.getObject("answered_at") == null,
                hold(batch).orElse(null),
                row.getBoolean("repairable"),
                row.getBoolean("resendable"));
    }

    private Optional<BatchStory.Hold> hold(long batch) {
        return jdbc.sql("select set_by, set_at, reason from work_pause where ended_at is null and batch_id = ?")
                .param(batch)
                .query((row, number) -> new BatchStory.Hold(
                        row.getString("set_by"), Rows.instant(row, "set_at"), row.getString("reason")))
                .optional();
    }

    private List<String> names(long batch) {
        return jdbc.sql("select file_name from arrival where batch_id = ? group by file_name order by min(id) limit ?")
                .params(batch, MOST)
                .query(String.class)
                .list();
    }

    private Map<String, Long> states(long batch) {
        var states = new TreeMap<String, Long>();
        jdbc.sql(
                        """
                        select state, count(*) as documents from batch_record join record on record.id = record_id
                        where batch_id = ? and not conflict group by state
                        """)
                .param(batch)
                .query(row -> {
                    states.put(row.getString("state"), row.getLong("documents"));
                });
        return states;
    }

    private List<BatchStory.Problem> problems(long batch) {
        return jdbc.sql(
                        "select line, field, value, rule from batch_problem where batch_id = ? order by ordinal limit ?")
                .params(batch, MOST)
                .query((row, number) -> new BatchStory.Problem(
                        row.getLong("line"), row.getString("field"), row.getString("value"), row.getString("rule")))
                .list();
    }

    private List<BatchStory.Other> others(long batch) {
        return jdbc.sql(
                        """
                        select record.tenant, record.interface, document, line, state, code, text, text_zh
                        from batch_record join record on record.id = record_id
                        where batch_id = ? and not conflict and state <> 'OK' order by position limit ?
                        """)
                .params(batch, MOST)
                .query((row, number) -> new BatchStory.Other(
                        Rows.key(row),
                        row.getLong("line"),
                        row.getString("state"),
                        row.getString("code"),
                        Rows.words(row)))
                .list();
    }
}
