package io.hcpnbridge.ledger;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.hcpnbridge.json.ExactJson;
import io.hcpnbridge.text.Words;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What composing answers reads and writes; large things are streamed. */
@Repository
public class AnswerLedger {
    /** Of a document whose content is not kept any more: it has ended, and how it ended is all that can be told. */
    static final String CONTENT_DELETED = "BRIDGE.CONTENT_DELETED";

    private static final int ROWS_AT_A_TIME = 500;

    private final JdbcClient jdbc;
    private final JdbcTemplate streaming;

    AnswerLedger(JdbcClient jdbc, DataSource dataSource) {
        this.jdbc = jdbc;
        this.streaming = new JdbcTemplate(dataSource);
        this.streaming.setFetchSize(ROWS_AT_A_TIME);
    }

    /**
     * The first batch after the given one with an edition to compose, locked; others skip it. Its own records are asked first, by index.
     *
     * @param doubts how long a first edition waits for what becomes of a write in doubt; the second waits for as long as the partner is
     *     asked, and none for a person
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Optional<AnswerableBatch> lockAnswerable(long after, Duration doubts) {
        return jdbc.sql(
                        """
                        select id, edition + 1 as edition, interface, tenant, mapping_version, form, header::text as header, verdict,
                            (select file_name from arrival where batch_id = batch.id order by arrival.id limit 1) as file_name
                        from batch
                        where id > :after and (answered_at is null or pending) and case
                            when exists (
                                select 1 from record
                                where first_batch_id = batch.id and state in ('DUE', 'CLAIMED', 'SENT')
                                and (batch.pending or not record.pending)) then false
                            when exists (
                                select 1 from doubt join batch_record using (record_id)
                                where closed_at is null and left_at is null and batch_id = batch.id and not conflict
                                and (batch.pending or opened_at > now() - :doubts * interval '1 millisecond')) then false
                            else not exists (
                                select 1 from batch_record where batch_id = batch.id and not conflict
                                and (select state in ('DUE', 'CLAIMED', 'SENT') and (batch.pending or not record.pending)
                                    from record where record.id = record_id))
                            end
                        order by id limit 1 for update skip locked
                        """)
                .param("after", after)
                .param("doubts", doubts.toMillis())
                .query((row, number) -> new AnswerableBatch(
                        row.getLong("id"),
                        row.getInt("edition"),
                        row.getString("interface"),
                        row.getString("file_name"),
                        row.getString("tenant"),
                        row.getString("mapping_version"),
                        row.getString("form"),
                        (ObjectNode) ExactJson.read(row.getString("header")),
                        "REFUSED".equals(row.getString("verdict"))))
                .optional();
    }

    /**
     * All lines of a batch in the ERP's order, each followed by its result rows. Every line looks its record and rows up by their
     * keys: statistics that are older than the batch must not lead to comparing all with all.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void streamAnswer(long batch, Consumer<AnsweredLine> lines, Consumer<ResultRow> rows) {
        var last = new int[] {0};
        streaming.query(
                """
                with line as materialized (
                    select position, conflict, record_id, document, code, text, text_zh,
                        case when emptied_at is not null then to_char(changed_at at time zone 'Asia/Shanghai', 'YYYY-MM-DD HH24:MI') end
                            as emptied,
                        case when state in ('DUE', 'CLAIMED', 'SENT', 'PARKED') then 'PENDING' when state = 'ASKING' then 'IN_DOUBT' else state
                            end as status,
                        state in ('DUE', 'CLAIMED', 'SENT') or state in ('ASKING', 'IN_DOUBT')
                            and exists (select 1 from doubt where doubt.record_id = record.id and closed_at is null and left_at is null)
                            as open,
                        record.content::text as asked, fields::text as fields,
                        (select count(*) from result_row where result_row.record_id = record.id) as rows,
                        first.channel as first_channel, first.file_name as first_file
                    from batch_record
                    cross join lateral (select * from record where record.id = batch_record.record_id offset 0) record
                    left join lateral (
                        select channel, file_name from arrival where arrival.batch_id = first_batch_id order by id limit 1
                    ) first on conflict
                    where batch_record.batch_id = ?)
                select line.*, row_key, kind, result_row.content::text as content
                from line left join lateral (
                    select * from result_row where result_row.record_id = line.record_id and not conflict offset 0
                ) result_row on true
                order by position, result_row.id
                """,
                row -> {
                    if (row.getInt("position") != last[0]) {
                        last[0] = row.getInt("position");
                        lines.accept(line(row));
                    }
                    if (row.getString("row_key") != null) {
                        rows.accept(new ResultRow(row.getString("row_key"), row.getString("kind"), (ObjectNode)
                                ExactJson.read(row.getString("content"))));
                    }
                },
                batch);
    }

    /** All problems of a refused batch, by line. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void streamProblems(long batch, Consumer<BatchProblem> problems) {
        streaming.query(
                "select line, field, value, rule from batch_problem where batch_id = ? order by line, ordinal",
                row -> {
                    problems.accept(new BatchProblem(
                            row.getLong("line"),
                            row.getString("field"),
                            row.getString("value"),
                            row.getString("rule")));
                },
                batch);
    }

    /** Appends a part to an edition of a batch's answer. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void addPart(long batch, int edition, int part, byte[] content) {
        jdbc.sql("insert into answer_part (batch_id, edition, part, content) values (?, ?, ?, ?)")
                .params(batch, edition, part, content)
                .update();
    }

    /**
     * An edition of the batch's answer is complete; from now on it is delivered as it stands, a second one to everybody who got the
     * first.
     *
     * @param pending whether it told of records that wait for the partner's decision, or of writes in doubt that the partner is asked about
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void markAnswered(long batch, int edition, boolean pending) {
        jdbc.sql("update batch set answered_at = coalesce(answered_at, now()), edition = ?, pending = ? where id = ?")
                .params(edition, pending, batch)
                .update();
        jdbc.sql(
                        """
                        insert into arrival (batch_id, channel, owner, file_name, reply_to, correlation_id, trace_parent, edition)
                        select distinct batch_id, channel, owner, file_name, reply_to, correlation_id, trace_parent, cast(:edition as int) from arrival
                        where batch_id = :batch and edition < :edition
                        on conflict do nothing
                        """)
                .param("batch", batch)
                .param("edition", edition)
                .update();
    }

    private static AnsweredLine line(ResultSet row) throws SQLException {
        var conflict = row.getBoolean("conflict");
        var emptied = row.getString("emptied") != null;
        return new AnsweredLine(
                row.getString("document"),
                conflict ? RecordState.REFUSED.name() : row.getString("status"),
                !conflict && row.getBoolean("open"),
                emptied ? CONTENT_DELETED : row.getString("code"),
                emptied ? deleted(row) : text(row),
                (ObjectNode) ExactJson.read(row.getString("asked")),
                (ObjectNode) ExactJson.read(row.getString("fields")),
                conflict ? 0 : row.getLong("rows"),
                conflict ? first(row) : null);
    }

    /** In Chinese as well, unless it is the same. */
    private static Words text(ResultSet row) throws SQLException {
        var text = row.getString("text");
        var chinese = row.getString("text_zh");
        return text == null ? null : new Words(text, chinese == null ? text : chinese);
    }

    private static Words deleted(ResultSet row) throws SQLException {
        var ended = row.getString("emptied");
        var code = row.getString("code");
        return code == null
                ? Words.of(
                        "Ended on %s (UTC+8); what was answered then is not kept any more, and nothing was sent again",
                        "已于 %s（UTC+8）结束；当时的应答内容已不再保存，没有重新发送任何内容", ended)
                : Words.of(
                        "Ended on %s (UTC+8) with %s; what was answered then is not kept any more, and nothing was sent again",
                        "已于 %s（UTC+8）结束，代码为 %s；当时的应答内容已不再保存，没有重新发送任何内容", ended, code);
    }

    private static Words first(ResultSet row) throws SQLException {
        var name = row.getString("first_file");
        if (name == null) {
            return new Words("a file or message whose name is not kept any more", "名称已不再保存的文件或消息");
        }
        return "queue".equals(row.getString("first_channel"))
                ? Words.of("message %s", "消息 %s", name)
                : Words.of("file %s", "文件 %s", name);
    }
}
